using EngagementHub.ServiceLevels.Sources.Json;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Ready rules for services that many departments run. What differs from one to the next, addresses, services and states, is filled in on the page.</summary>
internal static class RestProfiles
{
    public static IReadOnlyList<(string Name, string Title, RestRules Rules)> All { get; } =
    [
        ("servicenow-incident", "ServiceNow: incidents, with their history", ServiceNow("incident", "number", "incident_state")),
        ("servicenow-request", "ServiceNow: requested items, with their history", ServiceNow("sc_req_item", "number", "state")),
        ("jira", "Jira Service Management (Data Center): search with changelog", Jira("/rest/api/2/search?jql=updated%20%3E%3D%20%22{since}%22%20ORDER%20BY%20updated%20ASC%2C%20key%20ASC&startAt={offset}&maxResults={limit}&expand=changelog&fields=*all")),
        ("other", "Another service", new RestRules { Shape = new JsonShape { Fields = new MappingRules { TimeFormat = "year first" } } }),
    ];

    // The Table API, with the audit of changes: https://docs.servicenow.com, "Table API". Times are UTC there.
    private static RestRules ServiceNow(string table, string number, string state) => new()
    {
        Query = $"/api/now/table/{table}?sysparm_query=sys_updated_on%3E{{since}}%5ENQsys_updated_on%3D{{since}}%5Esys_id%3E{{id}}%5EORDERBYsys_updated_on%5EORDERBYsys_id&sysparm_limit={{limit}}&sysparm_display_value=false&sysparm_exclude_reference_link=true",
        OneQuery = $"/api/now/table/{table}?sysparm_query=number%3D{{number}}&sysparm_limit=1&sysparm_exclude_reference_link=true",
        Paging = Paging.Keyset,
        PageSize = 100,
        Changed = "sys_updated_on",
        Id = "sys_id",
        SignIn = SignIn.Header,
        Shape = new JsonShape
        {
            Records = "result",
            Fields = new MappingRules
            {
                Ticket = number,
                Opened = "opened_at",
                EventTime = "sys_updated_on",
                State = state,
                Category = "category",
                Team = "assignment_group",
                Priority = "priority",
                TimeFormat = "year first",
                Zone = "UTC",
                States = StateRule.Parse("1 = open\n2 = open\n3 = paused\n6 = resolved\n7 = closed\n8 = void"),
            },
        },
        History = new HistoryRules
        {
            Query = $"/api/now/table/sys_audit?sysparm_query=tablename%3D{table}%5Edocumentkey%3D{{id}}%5Efieldname%3D{state}%5EORDERBYrecord_checkpoint&sysparm_fields=sys_id,sys_created_on,oldvalue,newvalue,record_checkpoint&sysparm_limit=1000",
            Items = "result",
            At = "sys_created_on",
            Id = "sys_id",
            From = "oldvalue",
            To = "newvalue",
            Order = "record_checkpoint",
        },
    };

    // JQL compares to the minute and in the time zone of the user who signs in.
    private static RestRules Jira(string query) => new()
    {
        Query = query,
        OneQuery = "/rest/api/2/search?jql=key%20%3D%20%22{number}%22&maxResults=1&expand=changelog&fields=*all",
        Paging = Paging.Keyset,
        PageSize = 100,
        Changed = "fields.updated",
        Id = "key",
        SinceFormat = "yyyy-MM-dd HH:mm",
        SignIn = SignIn.Header,
        Shape = new JsonShape
        {
            Records = "issues",
            Fields = new MappingRules
            {
                Ticket = "key",
                Opened = "fields.created",
                EventTime = "fields.updated",
                State = "fields.status.name",
                Category = "fields.issuetype.name",
                Priority = "fields.priority.name",
                TimeFormat = "year first",
                Zone = "UTC",
                States = StateRule.Parse("Open = open\nWaiting for support = open\nIn Progress = open\nWaiting for customer = paused\nResolved = resolved\nDone = resolved\nClosed = closed\nCanceled = void"),
            },
        },
        History = new HistoryRules
        {
            Items = "changelog.histories",
            Events = "items[?(@.field==\"status\")]",
            At = "created",
            Id = "id",
            From = "fromString",
            To = "toString",
            Order = "id",
        },
    };
}
