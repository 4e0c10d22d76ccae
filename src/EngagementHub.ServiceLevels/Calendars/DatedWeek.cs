using System.Text.Json.Serialization;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The hours of the ordinary week from a day on.</summary>
internal sealed class DatedWeek
{
    [JsonConstructor]
    public DatedWeek(DateOnly from, WeekText hours) => (From, Hours) = (from, hours);

    private DatedWeek() => Hours = WeekText.Closed;

    public DateOnly From { get; private set; }

    public WeekText Hours { get; private set; }

    public bool SaysTheSameAs(DatedWeek other) => From == other.From && Hours == other.Hours;
}

/// <summary>A week's hours as they are written, from Monday to Sunday; an empty text is a closed day.</summary>
internal sealed record WeekText(string Monday, string Tuesday, string Wednesday, string Thursday, string Friday, string Saturday, string Sunday)
{
    public static WeekText Closed { get; } = new("", "", "", "", "", "", "");

    public static WeekText MondayToFriday(string hours) => new(hours, hours, hours, hours, hours, "", "");

    /// <summary>The days by name, from Monday on.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Day, string Hours)> Days =>
        [(nameof(Monday), Monday), (nameof(Tuesday), Tuesday), (nameof(Wednesday), Wednesday), (nameof(Thursday), Thursday), (nameof(Friday), Friday), (nameof(Saturday), Saturday), (nameof(Sunday), Sunday)];

    [JsonIgnore]
    public string InWords => string.Join(", ", Days.Where(day => day.Hours.Length > 0).Select(day => $"{day.Day} {day.Hours}"));

    public WeeklyHours Week()
    {
        var week = WeeklyHours.Closed;
        foreach (var (name, hours) in Days)
        {
            try
            {
                week = week.With(Enum.Parse<DayOfWeek>(name), [.. OpenHours.ParseDay(hours)]);
            }
            catch (FormatException problem)
            {
                throw new BrokenRuleException(problem.Message, name);
            }
        }

        return week;
    }
}
