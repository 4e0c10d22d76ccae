using System.Text.Json;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>
/// All that a version of a calendar says, bank holidays included: whoever has it can count as was counted then, whatever the calendar, the list of bank holidays or
/// this software says since.
/// </summary>
internal sealed record CalendarText(string Zone, string Division)
{
    public IReadOnlyList<DatedWeek> Weeks { get; init; } = [];

    public IReadOnlyList<OwnDay> Days { get; init; } = [];

    /// <summary>Whether privilege days are worked, as freedom of information counts them.</summary>
    public bool PrivilegeDaysAreWorked { get; init; }

    /// <summary>The number of the list of bank holidays; 0 is the one that ships with the hub.</summary>
    public int HolidayList { get; init; }

    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>With the bank holidays of its division as a list has them.</summary>
    public CalendarText Keeping(HolidaysInForce list) => this with
    {
        HolidayList = list.Number,
        Holidays = Division.Length == 0 ? [] : [.. list.Holidays.Of(Division).Select(day => new Holiday(day.Date, day.Title))],
    };

    /// <summary>With another ordinary week from a day on; one that already starts on that day is replaced.</summary>
    public CalendarText OpenFrom(DateOnly day, WeekText hours) =>
        this with { Weeks = [.. Weeks.Where(week => week.From != day).Append(new DatedWeek(day, hours)).OrderBy(week => week.From)] };

    public CalendarText With(OwnDay day) => this with { Days = [.. Days.Where(known => known.Date != day.Date).Append(day).OrderBy(known => known.Date)] };

    /// <exception cref="NoWorkingTimeException">It never opens.</exception>
    public WorkingCalendar Build()
    {
        var calendar = WorkingCalendar.In(Zone).Closed(Days.Where(day => day.Hours.Length == 0 && !IsWorked(day)).Select(day => day.ToNonWorkingDay()))
            .Closed(Holidays.Where(day => !Days.Any(own => own.Date == day.Date && IsWorked(own))).Select(day => new NonWorkingDay(day.Date, NonWorkingKind.BankHoliday, day.Title)));
        foreach (var week in Weeks)
        {
            calendar.WeekFrom(week.From, week.Hours.Week());
        }

        foreach (var day in Days.Where(day => day.Hours.Length > 0))
        {
            calendar.OwnHours(day.Date, OpenHours.ParseDay(day.Hours));
        }

        return calendar.Build();
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static CalendarText FromJson(string json) => JsonSerializer.Deserialize<CalendarText>(json)!;

    private bool IsWorked(OwnDay day) => day.Kind == OwnDay.PrivilegeDay && PrivilegeDaysAreWorked;
}

/// <summary>A bank holiday as a version of a calendar keeps it.</summary>
internal sealed record Holiday(DateOnly Date, string Title);
