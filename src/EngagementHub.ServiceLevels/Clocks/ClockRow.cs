namespace EngagementHub.ServiceLevels.Clocks;

/// <summary>How a ticket's clock stands.</summary>
internal enum ClockState : short
{
    Running,
    Paused,
    Met,
    Missed,
    Void,
}

/// <summary>
/// A clock as it stands since the ticket's last event; nothing in it changes while no event comes, so that it can be kept. Instants are UTC ticks,
/// working time is in seconds, days are day numbers.
/// </summary>
internal readonly record struct ClockRow(long Received, long Due, ClockState State)
{
    public const long Never = long.MaxValue;

    /// <summary>When it is judged: as it falls due. While it waits with time to spare, never.</summary>
    public long CountsFrom { get; init; }

    public long? Completed { get; init; }

    public long? Responded { get; init; }

    /// <summary>The local day that puts it into a month; 0 while there is none.</summary>
    public int Day { get; init; }

    /// <summary>Working days from the day received (day 0) to completion, or so far when it waits; days spent paused are not counted.</summary>
    public int WorkingDays { get; init; }

    /// <summary>How long it took, in the unit in which its level speaks of durations; 0 until it is done.</summary>
    public int Length { get; init; }

    public long Worked { get; init; }

    public long Paused { get; init; }

    public int Reopenings { get; init; }

    /// <summary>Day 0, moved on by the working days it was paused: its age at any later day is counted from here while it runs.</summary>
    public int AgesFrom { get; init; }

    public bool IsOpen => State is ClockState.Running or ClockState.Paused;

    public bool IsDone => State is ClockState.Met or ClockState.Missed;

    /// <summary>What is due at the very instant is not late yet; what was done by then is judged.</summary>
    public bool IsYetToCount(long asOf) => CountsFrom > asOf || (CountsFrom == asOf && IsOpen);
}
