using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>What makes a report impossible to take, whatever its source.</summary>
internal static class Refusals
{
    public const int LongestKey = 200;
    public const int LongestName = 80;
    public const int LongestText = 200;
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Refusal? Of(TicketReport report, DateTimeOffset latest) =>
        string.IsNullOrWhiteSpace(report.Number) ? new("number", "The ticket has no number", "Give the number it has in its system")
        : TooLong("number", report.Number, LongestName) ?? (report.Events.Count == 0 ? new("events", "Nothing is told about the ticket", "Tell at least that it was opened")
        : report.Events.Select(told => Of(told, report, latest)).FirstOrDefault(refusal => refusal is not null) ?? Untimely("opened", report.OpenedAt, latest));

    private static Refusal? Of(ReportedEvent told, TicketReport report, DateTimeOffset latest) =>
        told.Key.Length == 0 ? new("key", "An event has no key", "Give what tells it from the ticket's other events")
        : TooLong("key", told.Key, LongestKey) ?? TooLong("state", told.State, LongestName) ?? TooLong("category", told.Category, LongestText)
            ?? TooLong("team", told.Team, LongestText) ?? TooLong("priority", told.Priority, LongestName) ?? TooLong("reason", told.Reason, LongestText)
            ?? Untimely("at", told.At, latest) ?? ClosedBeforeOpened(told, report.OpenedAt);

    private static Refusal? TooLong(string column, string? text, int most) => text?.Length > most
        ? new(column, $"The value has {Say.Count(text.Length, "character")}, and {most} is the most", "Shorten the value, or choose what is meant")
        : null;

    // No calendar reaches as far as a mistyped year: one such ticket would leave every figure of its service without an answer.
    private static Refusal? Untimely(string column, DateTimeOffset? at, DateTimeOffset latest) =>
        at < Earliest ? new(column, $"{at:yyyy-MM-dd} is before {Earliest.Year}", "Correct the year")
        : at > latest ? new(column, $"{at.Value.ToUniversalTime():yyyy-MM-dd HH:mm:ss} UTC is in the future", "Set the clock of the source right, or correct the time and its zone")
        : null;

    private static Refusal? ClosedBeforeOpened(ReportedEvent told, DateTimeOffset? opened) =>
        told.Meaning is Meaning.Resolved or Meaning.Closed && told.At < opened
            ? new("at", "The ticket is closed before it was opened", "Correct one of the two times")
            : null;
}

/// <summary>Which part of a report is wrong, why, and what would be right.</summary>
internal sealed record Refusal(string Column, string Reason, string Cure);
