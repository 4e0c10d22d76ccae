namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A working calendar as the department keeps it: its zone, its weekly hours from dated days on, whose bank holidays it keeps and its own days. Every change makes a numbered version.</summary>
internal sealed class StoredCalendar : Entity
{
    private readonly List<DatedWeek> _weeks = [];
    private readonly List<OwnDay> _days = [];
    private readonly List<CalendarVersion> _newVersions = [];

    private StoredCalendar(Guid id, string slug, string zone, string division) : base(id) => (Slug, Zone, Division) = (slug, zone, division);

    public string Slug { get; private set; }

    public string Name { get; private set; } = "";

    public string Zone { get; private set; }

    /// <summary>Whose bank holidays are kept; empty for none.</summary>
    public string Division { get; private set; }

    public bool PrivilegeDaysAreWorked { get; private set; }

    /// <summary>The calendar every module counts by unless it says otherwise.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>The number of the version that holds. Figures counted by an older one are counted again; what was signed keeps its own.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<DatedWeek> Weeks => [.. _weeks.OrderBy(week => week.From)];

    public IReadOnlyList<OwnDay> Days => [.. _days.OrderBy(day => day.Date)];

    /// <summary>What it says now, without bank holidays: those are in its versions.</summary>
    public CalendarText Text => new(Zone, Division) { Weeks = Weeks, Days = Days, PrivilegeDaysAreWorked = PrivilegeDaysAreWorked };

    /// <exception cref="BrokenRuleException">It has no name, or says what cannot be.</exception>
    public static StoredCalendar Keep(string slug, string name, CalendarText text, string why, Act act, Guid? id = null)
    {
        var calendar = new StoredCalendar(id ?? Guid.NewGuid(), slug, text.Zone, text.Division);
        calendar.Call(name);
        calendar.Change(text, new CalendarText(text.Zone, text.Division) { HolidayList = text.HolidayList, Holidays = text.Holidays }, why, act);
        return calendar;
    }

    public void Call(string name) => Name = string.IsNullOrWhiteSpace(name) ? throw new BrokenRuleException("Enter a name for the calendar", nameof(Name)) : name.Trim();

    /// <summary>Says something else from now on, as a new version; what it said before stays in the version before.</summary>
    /// <returns>The new version; nothing when it says the same.</returns>
    public CalendarVersion? Change(CalendarText text, CalendarText before, string why, Act act)
    {
        Check(text);
        var differences = CalendarDifference.Between(before, text);
        if (differences.Count == 0)
        {
            return null;
        }

        (Zone, Division, PrivilegeDaysAreWorked) = (text.Zone, text.Division, text.PrivilegeDaysAreWorked);
        _weeks.RemoveAll(known => !text.Weeks.Any(known.SaysTheSameAs));
        _weeks.AddRange(text.Weeks.Where(week => !_weeks.Exists(week.SaysTheSameAs)).Select(week => new DatedWeek(week.From, week.Hours with { })));
        _days.RemoveAll(known => !text.Days.Contains(known));
        _days.AddRange(text.Days.Where(day => !_days.Contains(day)).Select(day => day with { }));
        foreach (var difference in differences)
        {
            Tell(difference, act);
        }

        return Record(text, why, act);
    }

    /// <summary>Writes down what it says, as the version that holds.</summary>
    public CalendarVersion Record(CalendarText text, string why, Act act)
    {
        Changes++;
        var version = CalendarVersion.Of(Id, Changes, text, why, act);
        _newVersions.Add(version);
        return version;
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

    /// <exception cref="BrokenRuleException">It says what cannot be, or never opens.</exception>
    public void Check(CalendarText text)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text.Zone, out _))
        {
            throw new BrokenRuleException($"There is no time zone \"{text.Zone}\": write it like Europe/London", nameof(Zone));
        }

        if (text.Division.Length > 0 && !BankHolidays.Shipped.Divisions.Contains(text.Division))
        {
            throw new BrokenRuleException($"There are no bank holidays of \"{text.Division}\": choose {string.Join(", ", BankHolidays.Shipped.Divisions)}", nameof(Division));
        }

        try
        {
            text.Build();
        }
        catch (NoWorkingTimeException)
        {
            throw new BrokenRuleException($"The calendar \"{Name}\" has no working time: give it opening hours on at least one day", nameof(WeekText.Monday));
        }
        catch (FormatException problem)
        {
            throw new BrokenRuleException(problem.Message, nameof(Days));
        }
    }

    private SubjectRef Ref => new(ServiceLevelSubjects.Calendar, Id);

    // A changed calendar moves due times: who moved them, and from what, must be found later.
    private void Tell(string difference, Act act) => Raise(new ServiceLevelsChanged(Ref, "calendar.changed", act.By, act.At, $"{Name}: {difference}"));
}
