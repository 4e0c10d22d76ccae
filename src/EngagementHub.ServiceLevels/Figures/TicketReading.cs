using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>A ticket as one service level sees it: its clock, and the month in which it counts.</summary>
internal sealed record TicketReading(string Source, string Number, string Category, ClockReading Clock, DateOnly? Day)
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string Late = "open-and-late";
    public const string Running = "not-yet-due";
    public const string Void = "void";

    public DateOnly? Month => Day is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    /// <summary>
    /// The group in which a figure counts the ticket. One that is not due yet is not judged even when it is already done: judging only the
    /// quick ones of a month that is not over would flatter it.
    /// </summary>
    public string GroupFor(Basis basis) => Clock.State switch
    {
        ClockState.Void => Void,
        _ when Clock.IsOpenAndLate => Late,
        _ when Clock.IsOpen || (basis != Basis.Completed && Clock.Due > Clock.AsOf) => Running,
        ClockState.Met => Met,
        _ => Missed,
    };
}
