namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The hours of the ordinary week from a day on.</summary>
internal sealed class DatedWeek
{
    public DatedWeek(DateOnly from, WeekText hours) => (From, Hours) = (from, hours);

    private DatedWeek() => Hours = WeekText.Closed;

    public DateOnly From { get; private set; }

    public WeekText Hours { get; private set; }
}

/// <summary>A week's hours as they are written, from Monday to Sunday; an empty text is a closed day.</summary>
internal sealed record WeekText(string Monday, string Tuesday, string Wednesday, string Thursday, string Friday, string Saturday, string Sunday)
{
    public static WeekText Closed { get; } = new("", "", "", "", "", "", "");

    public static WeekText MondayToFriday(string hours) => new(hours, hours, hours, hours, hours, "", "");

    public string InWords => string.Join(", ", new[] { (nameof(Monday), Monday), (nameof(Tuesday), Tuesday), (nameof(Wednesday), Wednesday), (nameof(Thursday), Thursday), (nameof(Friday), Friday), (nameof(Saturday), Saturday), (nameof(Sunday), Sunday) }
        .Where(day => day.Item2.Length > 0).Select(day => $"{day.Item1} {day.Item2}"));

    public WeeklyHours Week()
    {
        try
        {
            return new[] { Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday }
                .Index().Aggregate(WeeklyHours.Closed, (week, day) => week.With((DayOfWeek)day.Index, [.. OpenHours.ParseDay(day.Item)]));
        }
        catch (FormatException problem)
        {
            throw new BrokenRuleException(problem.Message, nameof(Monday));
        }
    }
}
