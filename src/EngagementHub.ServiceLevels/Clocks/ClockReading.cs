using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Clocks;

/// <summary>What a clock shows for a ticket as of an instant.</summary>
internal sealed record ClockReading(ClockRow Row, Ledger Ledger, DateTimeOffset AsOf)
{
    public DateTimeOffset Received => new(Row.Received, TimeSpan.Zero);

    public DateTimeOffset Due => new(Row.Due, TimeSpan.Zero);

    public DateTimeOffset? Completed => Row.Completed is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    /// <summary>Working days from the day received (day 0) to completion, or until now; days spent paused are not counted.</summary>
    public int WorkingDays { get; init; }

    public TimeSpan Worked => TimeSpan.FromSeconds(Row.Worked);

    public ClockState State => Row.State;

    public bool IsOpen => Row.IsOpen;

    public bool IsOpenAndLate => Row.IsOpen && !Row.IsYetToCount(AsOf.UtcTicks);
}
