namespace EngagementHub.WorkingTime;

/// <summary>
/// A working calendar: a zone, weekly opening hours from dated days on, non-working days and days with hours of their own. It never changes.
/// <list type="bullet">
/// <item>Opening hours are half-open: an instant on the opening counts, one on the closing does not.</item>
/// <item>Working time is elapsed time, not the difference of wall clocks: round the clock, the day of the spring change has 23 hours and that of the autumn change 25.</item>
/// <item>A due time that lands on a closing is that closing, not the next opening; counted backwards, one that lands on an opening is that opening.</item>
/// <item>An overnight stretch belongs to the day it opens on: closing that day takes all of it away, closing the next day none of it.</item>
/// <item>An opening or closing inside the hour the clocks skip in spring is the moment of the change, so hours wholly inside that hour are empty
/// (in London on 29 March 2026, 01:15-01:45 is nothing and 00:30-01:30 is half an hour); one inside the hour shown twice in autumn is its first showing.</item>
/// <item>Overlapping hours count once. All sums are exact to the tick.</item>
/// </list>
/// </summary>
public sealed class WorkingCalendar
{
    private const int LongestReachInYears = 1200;
    private readonly OpeningRules _rules;
    private readonly LocalClock _clock;
    private WorkedTable? _table;

    internal WorkingCalendar(TimeZoneInfo zone, OpeningRules rules) => (Zone, _rules, _clock) = (zone, rules, new LocalClock(zone));

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
        var table = TableFor(from.UtcTicks, to.UtcTicks);
        return new TimeSpan(table.WorkedUntil(to.UtcTicks) - table.WorkedUntil(from.UtcTicks));
    }

    /// <summary>Working time from one instant to a later one, less the working time inside pauses; pauses may overlap and lie in any order.</summary>
    public TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to, IEnumerable<Stretch> pauses)
    {
        var running = Elapsed(from, to);
        foreach (var pause in Pauses.Within(pauses, from, to))
        {
            running -= Elapsed(pause.From, pause.To);
        }

        return running;
    }

    /// <summary>Whole seconds of working time from one instant to another.</summary>
    public long ElapsedSeconds(DateTimeOffset from, DateTimeOffset to) => Elapsed(from, to).Ticks / TimeSpan.TicksPerSecond;

    /// <summary>When an amount of working time after an instant is used up. For no time at all: the instant itself, or the next opening.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar does not open for that long.</exception>
    public DateTimeOffset Due(DateTimeOffset from, TimeSpan amount)
    {
        if (amount <= TimeSpan.Zero)
        {
            return amount == TimeSpan.Zero ? NextOpening(from) : Before(from, -amount);
        }

        var table = TableFor(from.UtcTicks, from.UtcTicks);
        while (table.WorkedUntil(from.UtcTicks) + amount.Ticks > table.Total)
        {
            table = LaterThan(table);
        }

        return Instant(table.Reaches(table.WorkedUntil(from.UtcTicks) + amount.Ticks));
    }

    /// <summary>When an amount of working time after an instant is used up, not counting working time inside pauses.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar does not open for that long.</exception>
    public DateTimeOffset Due(DateTimeOffset from, TimeSpan amount, IEnumerable<Stretch> pauses)
    {
        foreach (var pause in Pauses.Within(pauses, from, DateTimeOffset.MaxValue))
        {
            var running = Elapsed(from, pause.From);
            if (running >= amount && amount > TimeSpan.Zero)
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

        var table = TableFor(to.UtcTicks, to.UtcTicks);
        while (table.WorkedUntil(to.UtcTicks) - amount.Ticks < 0 || !table.Covers(table.Leaves(table.WorkedUntil(to.UtcTicks) - amount.Ticks)))
        {
            table = EarlierThan(table);
        }

        return Instant(table.Leaves(table.WorkedUntil(to.UtcTicks) - amount.Ticks));
    }

    /// <summary>The instant from which an amount of working time leads up to another, not counting working time inside pauses.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar was not open for that long.</exception>
    public DateTimeOffset Before(DateTimeOffset to, TimeSpan amount, IEnumerable<Stretch> pauses)
    {
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
        var table = TableFor(at.UtcTicks, at.UtcTicks);
        while (!table.Covers(Math.Max(at.UtcTicks, table.OpensAt(table.StretchAt(at.UtcTicks)))))
        {
            table = LaterThan(table);
        }

        return Instant(Math.Max(at.UtcTicks, table.OpensAt(table.StretchAt(at.UtcTicks))));
    }

    /// <summary>Whether an instant is inside opening hours.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var table = TableFor(at.UtcTicks, at.UtcTicks);
        return table.OpensAt(table.StretchAt(at.UtcTicks)) <= at.UtcTicks;
    }

    /// <summary>The local day of an instant.</summary>
    public DateOnly LocalDay(DateTimeOffset at) => TableFor(at.UtcTicks, at.UtcTicks).LocalDay(at.UtcTicks);

    /// <summary>Whether any opening hours start on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => _rules.HoursOn(day).Count > 0;

    /// <summary>The hours that start on a day, in order.</summary>
    public IReadOnlyList<OpenHours> HoursOn(DateOnly day) => _rules.HoursOn(day);

    /// <summary>Which kind of non-working day this is and its name; nothing for any other day, weekends included.</summary>
    public NonWorkingDay? DayOff(DateOnly day) => _rules.DayOff(day);

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is the earlier.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var table = TableFor(Min(from, to), Max(from, to).AddDays(1));
        return table.WorkingDaysBefore(to.AddDays(1)) - table.WorkingDaysBefore(from.AddDays(1));
    }

    /// <summary>The Nth working day after a day, or before it when the number is negative; the day itself for 0. The day need not be a working day.</summary>
    /// <exception cref="NoWorkingTimeException">The calendar has not that many working days.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        if (count == 0)
        {
            return day;
        }

        var table = TableFor(day, day.AddDays(1));
        DateOnly? found;
        while ((found = table.WorkingDayAt(count > 0 ? table.WorkingDaysBefore(day.AddDays(1)) + count - 1 : table.WorkingDaysBefore(day) + count)) is null)
        {
            table = count > 0 ? LaterThan(table) : EarlierThan(table);
        }

        return found.Value;
    }

    /// <summary>The closing of the last hours that start on a working day.</summary>
    /// <exception cref="NoWorkingTimeException">It is not a working day.</exception>
    public DateTimeOffset EndOfWorkingDay(DateOnly day)
    {
        var hours = _rules.HoursOn(day);
        return hours.Count == 0
            ? throw new NoWorkingTimeException($"{day:yyyy-MM-dd} is not a working day")
            : Instant(hours.Max(stretch => _clock.UtcTicks(day.ToDateTime(TimeOnly.MinValue) + stretch.Closes)));
    }

    /// <summary>
    /// Day 0 of something received: its local day, or the next working day when that is not a working day or the time is after the cut-off.
    /// Exactly on the cut-off is in time; without one, the day lasts until midnight.
    /// </summary>
    public DateOnly DayReceived(DateTimeOffset received, TimeOnly? cutOff = null)
    {
        var day = LocalDay(received);
        var late = cutOff is { } time && TimeZoneInfo.ConvertTime(received, Zone).TimeOfDay > time.ToTimeSpan();
        return late || !IsWorkingDay(day) ? AddWorkingDays(day, 1) : day;
    }

    /// <summary>The end of the Nth working day after day 0; with N = 0, the end of day 0 itself.</summary>
    public DateTimeOffset EndOfNthWorkingDay(DateTimeOffset received, int count, TimeOnly? cutOff = null) =>
        EndOfWorkingDay(AddWorkingDays(DayReceived(received, cutOff), count));

    private DateTimeOffset PreviousClosing(DateTimeOffset at)
    {
        var table = TableFor(at.UtcTicks, at.UtcTicks);
        while (table.ClosesBefore(table.StretchAt(at.UtcTicks)) is null)
        {
            table = EarlierThan(table);
        }

        return Instant(table.ClosesBefore(table.StretchAt(at.UtcTicks))!.Value);
    }

    private WorkedTable TableFor(long from, long to)
    {
        var table = _table;
        return table is not null && table.Covers(from) && table.Covers(to) ? table : TableFor(Day(Math.Min(from, to)), Day(Math.Max(from, to)));
    }

    private WorkedTable TableFor(DateOnly from, DateOnly to)
    {
        var table = _table;
        if (table is not null && table.Covers(from) && table.Covers(to))
        {
            return table;
        }

        var (first, last) = table is null ? (from, to) : (Min(from, table.First), Max(to, table.Last));
        return Remember(Years(first, -1), Years(last, 2));
    }

    private WorkedTable LaterThan(WorkedTable table)
    {
        var opensLater = _rules.OpensForEver || table.Last <= Max(_rules.LastOwnHours, _rules.LastWeekFrom);
        return opensLater ? Remember(table.First, Years(table.Last, Span(table)))
            : throw new NoWorkingTimeException($"The calendar has no working time after {Max(_rules.LastOwnHours, _rules.LastWeekFrom):yyyy-MM-dd}");
    }

    private WorkedTable EarlierThan(WorkedTable table)
    {
        var openedEarlier = _rules.OpenedAlways || table.First >= Min(_rules.FirstOwnHours, _rules.FirstWeekFrom);
        return openedEarlier ? Remember(Years(table.First, -Span(table)), table.Last)
            : throw new NoWorkingTimeException($"The calendar has no working time before {Min(_rules.FirstOwnHours, _rules.FirstWeekFrom):yyyy-MM-dd}");
    }

    private WorkedTable Remember(DateOnly first, DateOnly last)
    {
        if (last.Year - first.Year > LongestReachInYears)
        {
            throw new NoWorkingTimeException("That is further away than the calendar reaches");
        }

        return _table = new WorkedTable(first, last, _rules.HoursOn, _clock);
    }

    private static int Span(WorkedTable table) => table.Last.Year - table.First.Year + 1;

    private static DateOnly Years(DateOnly day, int years) =>
        new(Math.Clamp(day.Year + years, 2, 9997), years < 0 ? 1 : 12, years < 0 ? 1 : 31);

    private static DateOnly Day(long utcTicks) => DateOnly.FromDateTime(new DateTime(utcTicks));

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateTimeOffset Instant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
