namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A day on a sheet of a year: a letter and words say what is special about it. An ordinary working day has neither.</summary>
internal sealed record SheetDay(DateOnly Date, string Mark, string Words)
{
    /// <summary>Whether the day is listed beneath; a weekly day off is not.</summary>
    public bool IsListed => Mark.Length > 0 && Mark != YearSheet.WeeklyOff;
}

/// <summary>A month as rows of weeks from Monday on; days of other months are empty.</summary>
internal sealed record MonthSheet(DateOnly First, IReadOnlyList<SheetDay?[]> Weeks, int WorkingDays);

/// <summary>A year of a calendar at a glance.</summary>
internal sealed record YearSheet(int Year, IReadOnlyList<MonthSheet> Months, IReadOnlyList<SheetDay> Listed)
{
    public const string WeeklyOff = "×";
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    /// <summary>What the letters mean.</summary>
    public static IReadOnlyList<(string Mark, string Words)> Key { get; } =
        [("H", "bank holiday"), ("P", "privilege day"), ("C", "closed for another reason"), ("S", "open at other hours than usual"), (WeeklyOff, "not open on that day of the week")];

    public int WorkingDays => Months.Sum(month => month.WorkingDays);

    public static YearSheet Of(int year, WorkingCalendar calendar, CalendarText text)
    {
        var own = text.Days.ToDictionary(day => day.Date);
        List<SheetDay> days = [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Select(day => DayOf(day, calendar, own.GetValueOrDefault(day)))];
        return new YearSheet(year, [.. days.GroupBy(day => day.Date.Month).Select(month => MonthOf([.. month], calendar))], [.. days.Where(day => day.IsListed)]);
    }

    private static MonthSheet MonthOf(List<SheetDay> days, WorkingCalendar calendar)
    {
        var before = ((int)days[0].Date.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat<SheetDay?>(null, before).Concat(days).ToList();
        cells.AddRange(Enumerable.Repeat<SheetDay?>(null, (7 - (cells.Count % 7)) % 7));
        return new MonthSheet(days[0].Date, [.. cells.Chunk(7)], days.Count(day => calendar.IsWorkingDay(day.Date)));
    }

    private static SheetDay DayOf(DateOnly day, WorkingCalendar calendar, OwnDay? own)
    {
        var hours = string.Join(", ", calendar.HoursOn(day));
        return own is { Hours.Length: > 0 } ? new(day, "S", $"{own.Kind}{Named(own.Name)}, open {hours}")
            : calendar.DayOff(day) is { } off ? new(day, MarkOf(off.Kind), $"{KindOf(off.Kind)}{Named(off.Name)}")
            : own is not null ? new(day, "P", $"privilege day{Named(own.Name)}, a working day here")
            : hours.Length == 0 ? new(day, WeeklyOff, $"not open on a {day.DayOfWeek}")
            : new(day, "", "");
    }

    private static string Named(string name) => name.Length == 0 ? "" : $": {name}";

    private static string MarkOf(NonWorkingKind kind) => kind switch { NonWorkingKind.BankHoliday => "H", NonWorkingKind.PrivilegeDay => "P", _ => "C" };

    private static string KindOf(NonWorkingKind kind) => kind switch { NonWorkingKind.BankHoliday => "bank holiday", NonWorkingKind.PrivilegeDay => "privilege day", _ => "closure" };
}
