namespace EngagementHub.WorkingTime;

/// <summary>The opening hours of an ordinary week: for each day of the week no, one or several stretches.</summary>
public sealed class WeeklyHours
{
    private readonly OpenHours[][] _days;

    private WeeklyHours(OpenHours[][] days) => _days = days;

    /// <summary>A week that never opens.</summary>
    public static WeeklyHours Closed { get; } = new([[], [], [], [], [], [], []]);

    /// <summary>Every day from midnight to midnight.</summary>
    public static WeeklyHours RoundTheClock { get; } =
        Enum.GetValues<DayOfWeek>().Aggregate(Closed, (week, day) => week.With(day, OpenHours.RoundTheClock));

    /// <summary>The stretches that start on a day of the week, in order.</summary>
    public IReadOnlyList<OpenHours> this[DayOfWeek day] => _days[(int)day];

    /// <summary>Whether no day has any hours.</summary>
    public bool IsClosed => _days.All(day => day.Length == 0);

    /// <summary>The same stretches on each day from Monday to Friday.</summary>
    public static WeeklyHours MondayToFriday(params OpenHours[] hours) =>
        new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
            .Aggregate(Closed, (week, day) => week.With(day, hours));

    /// <summary>The same stretch on each day from Monday to Friday, such as "09:00" to "17:00".</summary>
    public static WeeklyHours MondayToFriday(string opens, string closes) => MondayToFriday(OpenHours.Between(opens, closes));

    /// <summary>This week with the stretches of one day replaced.</summary>
    public WeeklyHours With(DayOfWeek day, params OpenHours[] hours)
    {
        var days = (OpenHours[][])_days.Clone();
        days[(int)day] = [.. hours.OrderBy(stretch => stretch.Opens)];
        return new WeeklyHours(days);
    }
}
