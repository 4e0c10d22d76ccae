using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>What a source tells about one ticket. The service is named by its slug.</summary>
internal sealed record TicketReport(string Number, DateTimeOffset? OpenedAt, string Service, IReadOnlyList<ReportedEvent> Events)
{
    /// <summary>
    /// Whether the events are all there is to tell, as when a ticket is read anew with its history: what was known and is missing now is retracted,
    /// which is kept and marked. Otherwise they add to what is known.
    /// </summary>
    public bool IsWhole { get; init; }

    /// <summary>Where it stands in a file; 0 elsewhere.</summary>
    public long Line { get; init; }
}

/// <summary>One thing that happened. Its key tells it from the ticket's others, so that telling it again changes nothing; the same key with other facts is a correction when it says so, else refused.</summary>
internal sealed record ReportedEvent(string Key, DateTimeOffset At, long Order, string State, Meaning Meaning)
{
    public string Category { get; init; } = "";

    /// <summary>The slug of the service the ticket belongs to from here on; nothing when that does not change.</summary>
    public string? Service { get; init; }

    public string? Team { get; init; }

    public string? Priority { get; init; }

    /// <summary>Whether somebody answered the requester with it.</summary>
    public bool IsFirstResponse { get; init; }

    public bool Corrects { get; init; }

    /// <summary>Why a ticket waits or is void, as in "merged into 5".</summary>
    public string? Reason { get; init; }
}

/// <summary>What became of a report.</summary>
internal enum Took
{
    Accepted,
    Corrected,
    Duplicate,
    Rejected,
}

/// <summary>A report and what became of it; when it was rejected, which part is wrong, why, and what would be right.</summary>
internal sealed record Taking(TicketReport Report, Took Result, string? Column, string? Reason, string? Cure);
