namespace EngagementHub.WorkingTime;

/// <summary>
/// A working calendar: a zone, weekly opening hours from dated days on, non-working days and days with hours of their own. It never changes.
/// <list type="bullet">
/// <item>Opening hours are half-open: an instant on the opening counts, one on the closing does not.</item>
/// <item>Working time is elapsed time, not the difference of wall clocks: round the clock, the day of the spring change has 23 hours and that of the autumn change 25.</item>
/// <item>A due time that lands on a closing is that closing, not the next opening; counted backwards, one that lands on an opening is that opening.</item>
/// <item>An overnight stretch belongs to the day it opens on: closing that day takes all of it away, closing the next day none of it.</item>
/// <item>An opening or closing inside the hour the clocks skip in spring is the moment of the change, so hours wholly inside that hour are empty
/// (in London on 29 March 2026, 01:15-01:45 is nothing and 00:30-01:30 is half an hour); one inside the hour shown twice in autumn is its first showing
/// (on 25 October 2026, 01:15-01:45 is half an hour and 01:00-02:00 two hours).</item>
/// <item>A day whose hours the clocks skip altogether is no working day (in Apia on Friday 30 December 2011, a day that never was).</item>
/// <item>Overlapping hours count once, and so do overlapping pauses. All sums are exact to the tick.</item>
/// <item>The day received is the local calendar day of the instant, also inside an overnight stretch that opened the day before.</item>
/// </list>
/// </summary>
public sealed class WorkingCalendar
{
    private readonly OpeningRules _rules;
    private readonly Reach _reach;
    private readonly WorkingDays _days;

    internal WorkingCalendar(TimeZoneInfo zone, OpeningRules rules)
    {
        (Zone, _rules, _reach) = (zone, rules, new Reach(zone, rules));
        _days = new WorkingDays(_reach, zone);
    }

    /// <summary>The zone in which days begin and hours are written.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Begins a calendar in a zone, such as "Europe/London".</summary>
    /// <exception cref="TimeZoneNotFoundException">There is no such zone.</exception>
    public static WorkingCalendarBuilder In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>Begins a calendar in a zone.</summary>
    public static WorkingCalendarBuilder In(TimeZoneInfo zone) => new(zone);

    /// <summary>Working time from one instant to another; negative when the second is the earlier.</summary>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to)
    {
        var table = _reach.Of(from.UtcTicks, to.UtcTicks);
        return new TimeSpan(table.WorkedUntil(to.UtcTicks) - table.WorkedUntil(from.UtcTicks));
    }

    /// <summary>Working time from one instant to another, less the working time inside pauses; negative when the second is the earlier. Pauses may overlap, lie in any order and reach beyond; one that ends before it starts is none.</summary>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, IEnumerable<Stretch> pauses)
    {
        if (to < from)
        {
            return -Elapsed(to, from, pauses);
        }

        var running = Elapsed(from, to);
        foreach (var pause in Pauses.Within(pauses, from, to))
        {
            running -= Elapsed(pause.From, pause.To);
        }

        return running;
    }

    /// <summary>Whole seconds of working time from one instant to another; a part of a second at the end is cut off.</summary>
    public long ElapsedSeconds(DateTimeOffset from, DateTimeOffset to) => Elapsed(from, to).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>When an amount of working time after an instant is used up. For no time at all: the instant itself, or the next opening. A negative amount leads back, as <see cref="Before(DateTimeOffset, TimeSpan)"/> does.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar does not open for that long.</exception>
    public DateTimeOffset Due(DateTimeOffset from, TimeSpan amount)
    {
        if (amount <= TimeSpan.Zero)
        {
            return amount == TimeSpan.Zero ? NextOpening(from) : Before(from, -amount);
        }

        var table = _reach.Of(from.UtcTicks, from.UtcTicks);
        while (table.WorkedUntil(from.UtcTicks) + amount.Ticks > table.Total)
        {
            table = _reach.LaterThan(table);
        }

        return Instant(table.Reaches(table.WorkedUntil(from.UtcTicks) + amount.Ticks));
    }

    /// <summary>When an amount of working time after an instant is used up, not counting working time inside pauses. What is used up just as a pause begins is due then.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar does not open for that long.</exception>
    public DateTimeOffset Due(DateTimeOffset from, TimeSpan amount, IEnumerable<Stretch> pauses)
    {
        if (amount < TimeSpan.Zero)
        {
            return Before(from, -amount, pauses);
        }

        foreach (var pause in Pauses.Within(pauses, from, DateTimeOffset.MaxValue))
        {
            var running = Elapsed(from, pause.From);
            if (amount > TimeSpan.Zero ? running >= amount : NextOpening(from) < pause.From)
            {
                return Due(from, amount);
            }

            (from, amount) = (pause.To, amount - running);
        }

        return Due(from, amount);
    }

    /// <summary>The instant from which an amount of working time leads up to another. For no time at all: the instant itself when open, else the closing before it.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar was not open for that long.</exception>
    public DateTimeOffset Before(DateTimeOffset to, TimeSpan amount)
    {
        if (amount <= TimeSpan.Zero)
        {
            return amount < TimeSpan.Zero ? Due(to, -amount) : IsOpen(to) ? to.ToUniversalTime() : PreviousClosing(to);
        }

        var table = _reach.Of(to.UtcTicks, to.UtcTicks);
        while (table.WorkedUntil(to.UtcTicks) - amount.Ticks < 0 || !table.Covers(table.Leaves(table.WorkedUntil(to.UtcTicks) - amount.Ticks)))
        {
            table = _reach.EarlierThan(table);
        }

        return Instant(table.Leaves(table.WorkedUntil(to.UtcTicks) - amount.Ticks));
    }

    /// <summary>The instant from which an amount of working time leads up to another, not counting working time inside pauses.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar was not open for that long.</exception>
    public DateTimeOffset Before(DateTimeOffset to, TimeSpan amount, IEnumerable<Stretch> pauses)
    {
        if (amount < TimeSpan.Zero)
        {
            return Due(to, -amount, pauses);
        }

        foreach (var pause in Enumerable.Reverse(Pauses.Within(pauses, DateTimeOffset.MinValue, to)))
        {
            var running = Elapsed(pause.To, to);
            if (running >= amount && amount > TimeSpan.Zero)
            {
                return Before(to, amount);
            }

            (to, amount) = (pause.From, amount - running);
        }

        return Before(to, amount);
    }

    /// <summary>The instant itself when it is inside opening hours, else the next opening.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar does not open again.</exception>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var table = _reach.Of(at.UtcTicks, at.UtcTicks);
        while (!table.Covers(Math.Max(at.UtcTicks, table.OpensAt(table.StretchAt(at.UtcTicks)))))
        {
            table = _reach.LaterThan(table);
        }

        return Instant(Math.Max(at.UtcTicks, table.OpensAt(table.StretchAt(at.UtcTicks))));
    }

    /// <summary>Whether an instant is inside opening hours.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var table = _reach.Of(at.UtcTicks, at.UtcTicks);
        return table.OpensAt(table.StretchAt(at.UtcTicks)) <= at.UtcTicks;
    }

    /// <summary>The local day of an instant.</summary>
    public DateOnly LocalDay(DateTimeOffset at) => _days.DayOf(at);

    /// <summary>Whether any opening hours start on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => _days.Includes(day);

    /// <summary>The hours that start on a day, in order.</summary>
    public IReadOnlyList<OpenHours> HoursOn(DateOnly day) => _rules.HoursOn(day);

    /// <summary>Which kind of non-working day this is and its name; nothing for any other day, weekends included.</summary>
    public NonWorkingDay? DayOff(DateOnly day) => _rules.DayOff(day);

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is the earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => _days.Between(from, to);

    /// <summary>The Nth working day after a day, or before it when the number is negative; the day itself for 0. The day need not be a working day.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar has not that many working days.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count) => _days.Add(day, count);

    /// <summary>The closing of the last hours that start on a working day.</summary>
    /// <exception cref="NoWorkingTimeException">It is not a working day.</exception>
    public DateTimeOffset EndOfWorkingDay(DateOnly day) => _days.EndOf(day);

    /// <summary>
    /// Day 0 of something received: its local day, or the next working day when that is not a working day or the time is after the cut-off.
    /// Exactly on the cut-off is in time; without one, the day lasts until midnight.
    /// </summary>
    public DateOnly DayReceived(DateTimeOffset received, TimeOnly? cutOff = null) => _days.Received(received, cutOff);

    /// <summary>The end of the Nth working day after day 0; with N = 0, the end of day 0 itself.</summary>
    public DateTimeOffset EndOfNthWorkingDay(DateTimeOffset received, int count, TimeOnly? cutOff = null) =>
        EndOfWorkingDay(AddWorkingDays(DayReceived(received, cutOff), count));

    /// <summary>The same sum as <see cref="Elapsed(DateTimeOffset, DateTimeOffset, IEnumerable{Stretch})"/>, told day by day; nothing when the second instant is not the later one.</summary>
    public IEnumerable<WorkedDay> DayByDay(DateTimeOffset from, DateTimeOffset to, IEnumerable<Stretch> pauses)
    {
        var (held, table, soFar) = (Pauses.Within(pauses, from, to), _reach.Of(from.UtcTicks, to.UtcTicks), TimeSpan.Zero);
        for (var day = LocalDay(from).AddDays(-1); to > from && day <= LocalDay(to); day = day.AddDays(1))
        {
            var (counted, paused) = (TimeSpan.Zero, TimeSpan.Zero);
            foreach (var (opens, closes) in table.StretchesOf(day))
            {
                var (start, end) = (Instant(Math.Max(opens, from.UtcTicks)), Instant(Math.Min(closes, to.UtcTicks)));
                paused += Pauses.Within(held, start, end).Aggregate(TimeSpan.Zero, (sum, pause) => sum + (pause.To - pause.From));
                counted += end > start ? end - start : TimeSpan.Zero;
            }

            soFar += counted - paused;
            if (day >= LocalDay(from) || counted > TimeSpan.Zero)
            {
                yield return new WorkedDay(day, HoursOn(day), DayOff(day), counted - paused, paused, soFar);
            }
        }
    }

    private DateTimeOffset PreviousClosing(DateTimeOffset at)
    {
        var table = _reach.Of(at.UtcTicks, at.UtcTicks);
        while (table.ClosesBefore(table.StretchAt(at.UtcTicks)) is null)
        {
            table = _reach.EarlierThan(table);
        }

        return Instant(table.ClosesBefore(table.StretchAt(at.UtcTicks))!.Value);
    }

    private static DateTimeOffset Instant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
