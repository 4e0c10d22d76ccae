using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>A row of a ticket system's file as it was understood: one ticket, and one or two things that happened to it.</summary>
internal sealed record LogRow(long Line, string Number, DateTimeOffset? OpenedAt, string Category, string Service, IReadOnlyList<TicketEvent> Events)
{
    /// <summary>Whether it puts right what was told before under the same keys.</summary>
    public bool Corrects { get; init; }

    public TicketReport ToReport() => new(Number, OpenedAt, Service, [.. Events.Select(Reported)]) { Line = Line };

    private ReportedEvent Reported(TicketEvent happened) => new(happened.Key, happened.At, happened.Order, happened.State, happened.Meaning)
    {
        Category = happened.Category,
        Team = happened.Team,
        Priority = happened.Priority,
        Reason = happened.Reason,
        IsFirstResponse = happened.IsFirstResponse,
        Corrects = Corrects,
    };
}

/// <summary>A row cannot be taken. The line is given where it is not the row's first.</summary>
internal sealed class RejectedRowException(string column, string reason, string cure, long? at = null) : Exception(reason)
{
    /// <summary>A value that the mapping says nothing about.</summary>
    public string? Unmapped { get; init; }

    public Rejection At(long line) => new(at ?? line, column, Message, cure) { Unmapped = Unmapped };
}
