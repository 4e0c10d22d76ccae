using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>A kind of web service: how it is read to begin with, and a mapping to begin with.</summary>
internal sealed record RestProfile(string Kind, string Title, string AddressHint, RestRules Rules, LiveRules Suggestion)
{
    private static readonly WayIn Client = new("client", "OAuth client", "Client secret", "The hub fetches a token with it before it asks.") { Name = "Client ID", AsksForTokens = true };

    private static readonly WayIn Password = new("password", "User name and password", "Password", "Of a user of the hub's own, with the right to read and no other.") { Name = "User name" };

    /// <summary>How the hub may sign in there.</summary>
    public IReadOnlyList<WayIn> WaysIn { get; } = Kind.StartsWith("servicenow", StringComparison.Ordinal) ? [Password, Client]
        : Kind == "jira" ?
        [
            new("token", "Personal access token", "Personal access token", "Made in the profile of the hub's own user (Data Center)."),
            new("api-token", "E-mail address and API token", "API token", "Made in the account of the hub's own user, under Security (Cloud).") { Name = "E-mail address" }, Password,
        ]
        : [new("token", "Token", "Token", "It is sent as Bearer; another header can be chosen afterwards."), Password, Client, new("none", "No sign-in", "", "")];

    private static readonly LiveRules ServiceNowStates = new()
    {
        Statuses =
        [
            new("1", Meaning.Open, ""), new("2", Meaning.Open, ""), new("3", Meaning.Paused, "on hold"), new("6", Meaning.Resolved, ""), new("7", Meaning.Closed, ""), new("8", Meaning.Void, "cancelled"),
        ],
        Category = "Category",
    };

    // As a fresh instance numbers the states of a requested item.
    private static readonly LiveRules RequestStates = new()
    {
        Statuses =
        [
            new("-5", Meaning.Paused, "pending"), new("1", Meaning.Open, ""), new("2", Meaning.Open, ""), new("3", Meaning.Resolved, ""), new("4", Meaning.Void, "closed incomplete"), new("7", Meaning.Void, "closed skipped"),
        ],
        Category = "Category",
    };

    private static readonly LiveRules SlaStages = new()
    {
        Statuses = [new("in_progress", Meaning.Open, ""), new("paused", Meaning.Paused, "the agreement is paused"), new("completed", Meaning.Resolved, ""), new("achieved", Meaning.Resolved, ""), new("breached", Meaning.Open, ""), new("cancelled", Meaning.Void, "the agreement was cancelled")],
    };

    private static readonly LiveRules JiraStates = new()
    {
        Statuses =
        [
            new("Open", Meaning.Open, ""), new("Waiting for support", Meaning.Open, ""), new("In Progress", Meaning.Open, ""), new("Waiting for customer", Meaning.Paused, "waiting for the requester"),
            new("Resolved", Meaning.Resolved, ""), new("Done", Meaning.Resolved, ""), new("Closed", Meaning.Closed, ""), new("Canceled", Meaning.Void, "cancelled"),
        ],
        Category = "Category",
    };

    /// <summary>Ready rules for services that many departments run; what differs from one to the next is said on the pages of the source.</summary>
    public static IReadOnlyList<RestProfile> All { get; } =
    [
        new("servicenow-incident", "ServiceNow: incidents, with their history", ServiceNowHint, ServiceNow("incident", "incident_state", "category"), ServiceNowStates),
        new("servicenow-request", "ServiceNow: requested items, with their history", ServiceNowHint, ServiceNow("sc_req_item", "state", "cat_item"), RequestStates),
        new("servicenow-sla", "ServiceNow: pauses as one of its own agreements (task SLA) counts them", ServiceNowHint, Sla(), SlaStages),
        new("jira", "Jira Service Management (Data Center): search with changelog", "For example, https://jira.example.gov.uk", Jira("/rest/api/2/search?jql=updated%20%3E%3D%20%22{since}%22%20ORDER%20BY%20updated%20ASC%2C%20key%20ASC&startAt={offset}&maxResults={limit}&expand=changelog&fields=*all"), JiraStates),
        new("rest", "Another system with a web service", "The beginning of every address of its web service, for example https://desk.example.gov.uk/api", new RestRules { Shape = new JsonShape { Fields = new MappingRules { TimeFormat = "year first" } } }, new LiveRules()),
    ];

    private const string ServiceNowHint = "For example, https://department.service-now.com";

    // The Table API, with the audit of changes: https://docs.servicenow.com, "Table API". Times are UTC there.
    private static RestRules ServiceNow(string table, string state, string category) => Table(table, "number", state, "", "") with
    {
        Shape = new JsonShape
        {
            Records = "result",
            Fields = new MappingRules { Ticket = "number", Opened = "opened_at", EventTime = "sys_updated_on", State = state, Category = category, Team = "assignment_group", Priority = "priority", TimeFormat = "year first", Zone = "UTC" },
        },
    };

    // A ticket has several agreements; the mapping is of one. Its stages are audited only when ServiceNow is told to do so for this table.
    private static RestRules Sla() => Table("task_sla", "task.number", "stage", "sla.name%3D{sla}%5E", "&sysparm_fields=sys_id,sys_updated_on,stage,start_time,task.number,task.category,task.assignment_group,task.priority") with
    {
        Shape = new JsonShape
        {
            Records = "result",
            Fields = new MappingRules
            {
                Ticket = "[\"task.number\"]",
                Opened = "start_time",
                EventTime = "sys_updated_on",
                State = "stage",
                Category = "[\"task.category\"]",
                Team = "[\"task.assignment_group\"]",
                Priority = "[\"task.priority\"]",
                TimeFormat = "year first",
                Zone = "UTC",
            },
        },
    };

    private static RestRules Table(string table, string number, string state, string only, string fields) => new()
    {
        Query = $"/api/now/table/{table}?sysparm_query={only}sys_updated_on%3E{{since}}%5ENQ{only}sys_updated_on%3D{{since}}%5Esys_id%3E{{id}}%5EORDERBYsys_updated_on%5EORDERBYsys_id&sysparm_limit={{limit}}&sysparm_display_value=false&sysparm_exclude_reference_link=true{fields}",
        OneQuery = $"/api/now/table/{table}?sysparm_query={only}{number}%3D{{number}}&sysparm_limit=1&sysparm_display_value=false&sysparm_exclude_reference_link=true{fields}",
        Paging = Paging.Keyset,
        PageSize = 100,
        Changed = "sys_updated_on",
        Id = "sys_id",
        SignIn = SignIn.Header,
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
