using EngagementHub.ServiceLevels.Levels;

namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>
/// Reads a ticket's clock from its events, as they stood at an instant. The clock runs from opening to resolution; waiting for the requester
/// pauses it, and so does the time between a resolution and a reopening. A pause moves the due time by the working time inside it.
/// Reassigning or reopening a ticket never wipes what is already on the clock.
/// </summary>
internal sealed class Clock(ServiceLevel level, WorkingCalendar calendar)
{
    private static readonly WorkingCalendar RoundTheClock = WorkingCalendar.In(TimeZoneInfo.Utc).Week(WeeklyHours.RoundTheClock).Build();

    public ClockReading Read(DateTimeOffset opened, IEnumerable<TicketEvent> events, DateTimeOffset asOf)
    {
        var ledger = Ledger.Of(opened, events, asOf);
        var due = Due(opened, ledger.Pauses);
        return new ClockReading(opened, due, ledger)
        {
            AsOf = asOf,
            WorkingDays = WorkingDays(opened, ledger.Completed ?? asOf, ledger.Pauses),
            Worked = calendar.Elapsed(opened, ledger.Completed ?? asOf, ledger.Pauses),
        };
    }

    private DateTimeOffset Due(DateTimeOffset opened, IReadOnlyList<Stretch> pauses)
    {
        var step = level.StepOn(calendar.LocalDay(opened));
        var within = level.Measure == Measure.AverageWorkingDays ? (int)Math.Ceiling(step.Target) : step.Within;
        return level.Measure switch
        {
            Measure.WithinWorkingHours => calendar.Due(opened, TimeSpan.FromHours(within), pauses),
            Measure.WithinElapsedHours => RoundTheClock.Due(opened, TimeSpan.FromHours(within), pauses),
            Measure.BacklogOlderThan => opened.AddDays(within),
            _ => EndOfWorkingDay(opened, within, pauses),
        };
    }

    private DateTimeOffset EndOfWorkingDay(DateTimeOffset opened, int within, IReadOnlyList<Stretch> pauses)
    {
        var end = calendar.EndOfNthWorkingDay(opened, within, level.CutOff);
        return pauses.Count == 0 || end <= opened ? end : calendar.Due(opened, calendar.Elapsed(opened, end), pauses);
    }

    private int WorkingDays(DateTimeOffset opened, DateTimeOffset until, IReadOnlyList<Stretch> pauses)
    {
        var paused = pauses.Sum(pause => calendar.WorkingDaysBetween(calendar.LocalDay(pause.From), calendar.LocalDay(pause.To)));
        return Math.Max(0, calendar.WorkingDaysBetween(calendar.DayReceived(opened, level.CutOff), calendar.LocalDay(until)) - paused);
    }
}
