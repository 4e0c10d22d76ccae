namespace EngagementHub.ServiceLevels.Sources.Csv;

/// <summary>Guesses from a heading which column says what. People see the guess, and can change it, before anything is taken in; what a state means is never guessed.</summary>
internal static class ColumnGuess
{
    private static readonly string[] Ticket = ["number", "ticket", "ticketnumber", "ticketid", "ticketno", "id", "incident", "incidentnumber", "request", "requestid", "reference", "ref", "key", "issuekey", "case", "casenumber"];
    private static readonly string[] EventTime = ["at", "eventtime", "changedat", "changed", "sysupdatedat", "sysupdatedon", "updatedat", "updated", "when", "time", "timestamp"];
    private static readonly string[] Order = ["order", "sequence", "seq", "sysmodcount", "eventnumber", "version"];
    private static readonly string[] State = ["state", "status", "incidentstate", "ticketstate", "ticketstatus"];
    private static readonly string[] Opened = ["opened", "openedat", "created", "createdat", "createdon", "asked", "received", "reported", "submitted", "raised", "syscreatedon", "opendate", "createddate", "datereceived"];
    private static readonly string[] Resolved = ["resolved", "resolvedat", "done", "completed", "completedat", "closed", "closedat", "finished", "solved", "closeddate", "resolutiondate", "dateclosed"];
    private static readonly string[] Category = ["category", "type", "requesttype", "issuetype", "kind"];
    private static readonly string[] Service = ["service", "servicename", "serviceshortname"];
    private static readonly string[] Team = ["team", "assignmentgroup", "group", "queue"];
    private static readonly string[] Priority = ["priority", "severity"];

    /// <param name="heading">The names of the columns.</param>
    /// <param name="repeats">Whether the tickets of the column of that name stand in several rows.</param>
    public static MappingRules Of(IReadOnlyList<string> heading, Func<string, bool> repeats)
    {
        var ticket = Find(heading, Ticket);
        var eventTime = ticket.Length > 0 && repeats(ticket) ? Find(heading, EventTime) : "";
        return new MappingRules
        {
            Delimiter = "",
            TimeFormat = "",
            Ticket = ticket,
            EventTime = eventTime,
            Order = eventTime.Length > 0 ? Find(heading, Order) : "",
            State = Find(heading, State),
            Opened = Find(heading, Opened),
            Resolved = eventTime.Length > 0 ? "" : Find(heading, Resolved),
            Category = Find(heading, Category),
            ServiceColumn = Find(heading, Service),
            Team = Find(heading, Team),
            Priority = Find(heading, Priority),
        };
    }

    // The likeliest name first, wherever its column stands.
    private static string Find(IReadOnlyList<string> heading, string[] names) =>
        names.Select(name => heading.FirstOrDefault(column => Plain(column) == name)).FirstOrDefault(found => found is not null) ?? "";

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
