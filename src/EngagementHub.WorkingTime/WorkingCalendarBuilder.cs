namespace EngagementHub.WorkingTime;

/// <summary>Gathers what a working calendar is made of; <see cref="Build"/> makes it, and it never changes afterwards.</summary>
public sealed class WorkingCalendarBuilder
{
    private readonly TimeZoneInfo _zone;
    private readonly SortedList<DateOnly, WeeklyHours> _weeks = [];
    private readonly Dictionary<DateOnly, NonWorkingDay> _closed = [];
    private readonly Dictionary<DateOnly, IReadOnlyList<OpenHours>> _ownHours = [];

    internal WorkingCalendarBuilder(TimeZoneInfo zone) => _zone = zone;

    /// <summary>The ordinary week.</summary>
    public WorkingCalendarBuilder Week(WeeklyHours week) => WeekFrom(DateOnly.MinValue, week);

    /// <summary>The ordinary week from a day on. The first week also holds before its day; each later one replaces the one before it.</summary>
    public WorkingCalendarBuilder WeekFrom(DateOnly day, WeeklyHours week)
    {
        _weeks[day] = week;
        return this;
    }

    /// <summary>Days on which nobody works. When a day is named twice the first naming stays.</summary>
    public WorkingCalendarBuilder Closed(params IEnumerable<NonWorkingDay> days)
    {
        foreach (var day in days)
        {
            _closed.TryAdd(day.Date, day);
        }

        return this;
    }

    /// <summary>The bank holidays of a division, from the list that ships with the library unless another is given.</summary>
    public WorkingCalendarBuilder BankHolidays(string division, BankHolidays? list = null) =>
        Closed((list ?? EngagementHub.WorkingTime.BankHolidays.Shipped).Of(division)
            .Select(holiday => new NonWorkingDay(holiday.Date, NonWorkingKind.BankHoliday, holiday.Title)));

    /// <summary>One day's own hours, such as a half day. They stand before the ordinary week and before a non-working day; no hours at all close the day.</summary>
    public WorkingCalendarBuilder OwnHours(DateOnly day, params IReadOnlyList<OpenHours> hours)
    {
        _ownHours[day] = [.. hours.OrderBy(stretch => stretch.Opens)];
        return this;
    }

    /// <summary>The calendar.</summary>
    /// <exception cref="NoWorkingTimeException">Neither the week nor any single day has hours.</exception>
    public WorkingCalendar Build()
    {
        if (_weeks.Values.All(week => week.IsClosed) && _ownHours.Values.All(hours => hours.Count == 0))
        {
            throw new NoWorkingTimeException();
        }

        return new WorkingCalendar(_zone, new OpeningRules(new(_weeks), new(_closed), new(_ownHours)));
    }
}
