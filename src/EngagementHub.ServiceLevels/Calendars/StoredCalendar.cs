namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A working calendar as the department keeps it: its zone, its weekly hours from dated days on, whose bank holidays it keeps and its own days.</summary>
internal sealed class StoredCalendar : Entity
{
    private readonly List<DatedWeek> _weeks = [];
    private readonly List<OwnDay> _days = [];

    private StoredCalendar(Guid id, string slug, string zone, string division) : base(id) => (Slug, Zone, Division) = (slug, zone, division);

    public string Slug { get; private set; }

    public string Name { get; private set; } = "";

    public string Zone { get; private set; }

    /// <summary>Whose bank holidays are kept; empty for none.</summary>
    public string Division { get; private set; }

    /// <summary>The calendar every module counts by unless it says otherwise.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Raised by every change, so that figures counted by an older state are counted again.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<DatedWeek> Weeks => [.. _weeks.OrderBy(week => week.From)];

    public IReadOnlyList<OwnDay> Days => [.. _days.OrderBy(day => day.Date)];

    public static StoredCalendar Keep(string slug, string name, string zone, string division, Guid? id = null)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw new BrokenRuleException($"There is no time zone \"{zone}\": write it like Europe/London", nameof(Zone));
        }

        if (division.Length > 0 && !BankHolidays.Shipped.Divisions.Contains(division))
        {
            throw new BrokenRuleException($"There are no bank holidays of \"{division}\": choose {string.Join(", ", BankHolidays.Shipped.Divisions)}", nameof(Division));
        }

        return new StoredCalendar(id ?? Guid.NewGuid(), slug, zone, division) { Name = name };
    }

    /// <summary>The week's hours from a day on; what held before that day stays as it was.</summary>
    public void OpenFrom(DateOnly day, WeekText hours, Act act)
    {
        var known = _weeks.Find(week => week.From == day);
        if (known?.Hours == hours)
        {
            return;
        }

        _ = hours.Week();
        _weeks.RemoveAll(week => week.From == day);
        _weeks.Add(new DatedWeek(day, hours));
        Tell("calendar.hours-set", $"{Name}: from {Say.ShortDay(day)} open {hours.InWords}{(known is null ? "" : $"; it was {known.Hours.InWords}")}", act);
    }

    public void AddDay(OwnDay day, Act act)
    {
        if (_days.Contains(day))
        {
            return;
        }

        _ = OpenHours.ParseDay(day.Hours);
        var before = _days.Find(known => known.Date == day.Date);
        _days.RemoveAll(known => known.Date == day.Date);
        _days.Add(day);
        Tell("calendar.day-set", $"{Name}: {day.InWords}{(before is null ? "" : $"; it was {before.InWords}")}", act);
    }

    public void BecomeDefault(Act act)
    {
        if (!IsDefault)
        {
            IsDefault = true;
            Raise(new ServiceLevelsChanged(Ref, "calendar.made-default", act.By, act.At, Name));
        }
    }

    public void StepBack() => IsDefault = false;

    /// <exception cref="BrokenRuleException">It never opens.</exception>
    public WorkingCalendar ToWorkingCalendar()
    {
        var calendar = WorkingCalendar.In(Zone).Closed(_days.Where(day => day.Hours.Length == 0).Select(day => day.ToNonWorkingDay()));
        foreach (var week in _weeks)
        {
            calendar.WeekFrom(week.From, week.Hours.Week());
        }

        foreach (var day in _days.Where(day => day.Hours.Length > 0))
        {
            calendar.OwnHours(day.Date, OpenHours.ParseDay(day.Hours));
        }

        try
        {
            return (Division.Length > 0 ? calendar.BankHolidays(Division) : calendar).Build();
        }
        catch (NoWorkingTimeException)
        {
            throw new BrokenRuleException($"The calendar \"{Name}\" has no working time: give it opening hours on at least one day");
        }
    }

    private SubjectRef Ref => new(ServiceLevelSubjects.Calendar, Id);

    // A changed calendar moves due times: who moved them, and from what, must be found later.
    private void Tell(string what, string detail, Act act)
    {
        Changes++;
        Raise(new ServiceLevelsChanged(Ref, what, act.By, act.At, detail));
    }
}
