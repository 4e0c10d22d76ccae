using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>A ticket as one service level sees it: its clock, and the day that puts it into a month; nothing while no month can count it.</summary>
internal sealed record TicketReading(string Source, string Number, string Category, ClockReading Clock, DateOnly? Day)
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string Late = "open-and-late";
    public const string Running = "not-yet-due";
    public const string Void = "void";

    public DateOnly? Month => Day is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    /// <summary>The group in which figures count the ticket.</summary>
    public string Group => Clock.State switch
    {
        ClockState.Void => Void,
        _ when Clock.IsOpenAndLate => Late,
        _ when Clock.IsOpen => Running,
        ClockState.Met => Met,
        _ => Missed,
    };
}
