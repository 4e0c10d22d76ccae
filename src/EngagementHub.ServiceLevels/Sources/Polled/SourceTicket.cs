using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>A ticket as its system tells it, before anything is said about what that means here.</summary>
internal sealed record SourceTicket(string Number, DateTimeOffset OpenedAt, IReadOnlyList<SourceEvent> Events)
{
    /// <summary>Whether its events are all there is to tell; otherwise they add to what was told before.</summary>
    public bool IsWhole { get; init; } = true;

    public IEnumerable<SeenValue> Values => Events.SelectMany(told => told.Fields.Select(known => new SeenValue(known.Key, known.Value)).Append(new SeenValue("Status", told.Status))).Where(seen => seen.Value.Length > 0).Distinct();
}

/// <summary>Something that happened to it, with its status and fields from then on.</summary>
internal sealed record SourceEvent(string Key, DateTimeOffset At, long Order, string Status, IReadOnlyDictionary<string, string> Fields)
{
    public bool IsFirstResponse { get; init; }

    public string Team { get; init; } = "";

    public string Priority { get; init; } = "";

    /// <summary>Why the ticket waits, where its system says so itself.</summary>
    public string Reason { get; init; } = "";

    /// <summary>All that is known of the time is when the ticket was opened.</summary>
    public bool IsOnlyOpening { get; init; }

    /// <summary>Why it no longer counts, whatever its status, as in "merged into 5".</summary>
    public string? VoidBecause { get; init; }
}

/// <summary>Says what a ticket means here by the rules, or what of it nothing is said about.</summary>
internal sealed class LiveMapping(LiveRules rules)
{
    /// <summary>The report; nothing when no rule measures it. Otherwise why it has to wait.</summary>
    public (TicketReport? Report, UnreadTicket? Unread) Map(SourceTicket ticket)
    {
        List<ReportedEvent> events = [];
        var measured = false;
        foreach (var told in ticket.Events.OrderBy(happened => happened.At).ThenBy(happened => happened.Order))
        {
            if (Missing(ticket.Number, told) is { } missing)
            {
                return (null, missing);
            }

            var rule = rules.Service(told.Fields)!;
            if (rule.IsMeasured || measured)
            {
                events.Add(rule.IsMeasured ? Measured(told, rule.Service) : Left(told, rule));
            }

            measured |= rule.IsMeasured;
        }

        return measured ? (new TicketReport(ticket.Number, ticket.OpenedAt, events[0].Service!, events) { IsWhole = ticket.IsWhole }, null) : (null, null);
    }

    private UnreadTicket? Missing(string number, SourceEvent told)
    {
        if (told.VoidBecause is null && rules.Meaning(told.Status) is null)
        {
            return new(number, "Status", told.Status, $"Nothing says what the status \"{told.Status}\" means", "Add the status to the mapping", true);
        }

        if (told.IsOnlyOpening && rules.Meaning(told.Status)!.Means is Meaning.Resolved or Meaning.Closed)
        {
            return new(number, "Status", told.Status, $"The ticket is \"{told.Status}\", and nothing says since when", "Fill in the time of its resolution there, or say where it stands on the page that says how the system is read", false);
        }

        if (rules.Service(told.Fields) is not null)
        {
            return null;
        }

        var field = rules.Services.Where(rule => !rule.IsForEvery).Select(rule => rule.Field).Append(LiveRules.Queue).First();
        var value = told.Fields.FirstOrDefault(known => string.Equals(known.Key, field, StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return value.Length == 0 && field != LiveRules.Queue
            ? new(number, field, "", $"The ticket has no value in \"{field}\", and no rule fits it", "Fill in the field there, or add a rule for its queue to the mapping", true)
            : new(number, field, value, $"Nothing says which service \"{value}\" in \"{field}\" belongs to", "Add a rule for it to the mapping; \"not measured\" leaves such tickets out", true);
    }

    private ReportedEvent Measured(SourceEvent told, string service)
    {
        var status = rules.Meaning(told.Status);
        var (meaning, reason) = told.VoidBecause is { } why ? (Meaning.Void, why) : (status!.Means, status.Reason);
        return new ReportedEvent(told.Key, told.At, told.Order, told.Status, meaning)
        {
            Service = service,
            Category = CategoryOf(told),
            Team = told.Team,
            Priority = told.Priority,
            IsFirstResponse = told.IsFirstResponse,
            Reason = meaning is not (Meaning.Paused or Meaning.Void) ? "" : reason.Length > 0 ? reason : told.Reason,
            Corrects = true,
        };
    }

    private static ReportedEvent Left(SourceEvent told, ServiceRule rule) =>
        new(told.Key, told.At, told.Order, told.Status, Meaning.Void) { Reason = rule.IsForEvery ? "moved to where it is not measured" : $"moved to {rule.Value}, which is not measured", Corrects = true };

    private string CategoryOf(SourceEvent told) => rules.Category.Length == 0 ? ""
        : told.Fields.FirstOrDefault(field => string.Equals(field.Key, rules.Category, StringComparison.OrdinalIgnoreCase)).Value ?? "";
}
