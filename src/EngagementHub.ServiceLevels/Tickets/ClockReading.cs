namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>How a ticket's clock stands.</summary>
internal enum ClockState
{
    Running,
    Paused,
    Met,
    Missed,
    Void,
}

/// <summary>What a clock shows for a ticket as of an instant.</summary>
internal sealed record ClockReading(DateTimeOffset Received, DateTimeOffset Due, Ledger Ledger)
{
    public DateTimeOffset AsOf { get; init; }

    /// <summary>Working days from the day received (day 0) to completion, or until now; days spent paused are not counted.</summary>
    public int WorkingDays { get; init; }

    public TimeSpan Worked { get; init; }

    public DateTimeOffset? Completed => Ledger.Completed;

    /// <summary>A completion exactly at the due time is in time.</summary>
    public ClockState State =>
        Ledger.VoidReason is not null ? ClockState.Void
        : Completed is { } done ? (done <= Due ? ClockState.Met : ClockState.Missed)
        : Ledger.IsPaused ? ClockState.Paused : ClockState.Running;

    public bool IsOpen => State is ClockState.Running or ClockState.Paused;

    public bool IsOpenAndLate => IsOpen && AsOf > Due;
}
