using System.Text.Json;

namespace EngagementHub.WorkingTime;

/// <summary>What came of checking one worked example: nothing to say, or the difference in a sentence.</summary>
public sealed record CheckedExample(string Id, string? Difference);

/// <summary>
/// A file of worked examples of working time: <c>{"vectors":[{"id", "kind", "tz", "week", "holidays", "overrides", "pauses", "start", …}]}</c>.
/// Kinds: <c>between</c> (start, end → seconds, minutes), <c>due</c> and <c>before</c> (start, minutes → due), <c>next_open</c> (start → due) and
/// <c>days</c> (start, days → due). Week and overrides are local times; a closing earlier than the opening crosses midnight.
/// </summary>
public static class WorkedExamples
{
    private static readonly string[] DaysOfWeek = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Checks every example of a file, in order.</summary>
    /// <exception cref="FormatException">The file is not of this form at all; a single bad example is reported as a difference instead.</exception>
    public static IReadOnlyList<CheckedExample> Check(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            return file.RootElement.ValueKind == JsonValueKind.Object && file.RootElement.TryGetProperty("vectors", out var examples) && examples.ValueKind == JsonValueKind.Array
                ? [.. examples.EnumerateArray().Select(CheckOne)]
                : throw new FormatException("The file has no list called \"vectors\"");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The file is not JSON: {problem.Message}", problem);
        }
    }

    private static CheckedExample CheckOne(JsonElement example, int place)
    {
        var id = example.ValueKind == JsonValueKind.Object && example.TryGetProperty("id", out var given) ? given.ToString() : $"example {place + 1}";
        try
        {
            return new(id, Difference(example, CalendarOf(example)));
        }
        catch (Exception problem) when (problem is FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or TimeZoneNotFoundException)
        {
            return new(id, $"cannot be worked out: {problem.Message}");
        }
    }

    private static string? Difference(JsonElement example, WorkingCalendar calendar) => Text(example, "kind") switch
    {
        "between" => BetweenDifference(example, calendar),
        "due" => Compare(Instant(example, "due"), calendar.Due(Instant(example, "start"), Amount(example), PausesOf(example))),
        "before" => Compare(Instant(example, "due"), calendar.Before(Instant(example, "start"), Amount(example), PausesOf(example))),
        "next_open" => Compare(Instant(example, "due"), calendar.NextOpening(Instant(example, "start"))),
        "days" => Compare(Day(Text(example, "due")), calendar.AddWorkingDays(Day(Text(example, "start")), Need(example, "days").GetInt32())),
        var kind => throw new FormatException($"there is no kind \"{kind}\""),
    };

    private static string? BetweenDifference(JsonElement example, WorkingCalendar calendar)
    {
        var elapsed = calendar.Elapsed(Instant(example, "start"), Instant(example, "end"), PausesOf(example));
        var seconds = elapsed.Ticks / TimeSpan.TicksPerSecond;
        return example.TryGetProperty("seconds", out var expected) && expected.GetInt64() != seconds ? $"{expected} seconds expected, {seconds} worked out"
            : example.TryGetProperty("minutes", out var minutes) && minutes.GetInt64() != seconds / 60 ? $"{minutes} minutes expected, {seconds / 60} worked out"
            : example.TryGetProperty("seconds", out _) || example.TryGetProperty("minutes", out _) ? null
            : throw new FormatException("it says neither seconds nor minutes");
    }

    private static WorkingCalendar CalendarOf(JsonElement example)
    {
        var week = Need(example, "week").EnumerateObject()
            .Aggregate(WeeklyHours.Closed, (hours, day) => hours.With(DayOfWeekOf(day.Name), Hours(day.Value)));
        var calendar = WorkingCalendar.In(Text(example, "tz")).Week(week)
            .Closed(Optional(example, "holidays", holidays => holidays.EnumerateArray().Select(day => new NonWorkingDay(Day(day.GetString()!), NonWorkingKind.BankHoliday, ""))));
        foreach (var day in Optional(example, "overrides", overrides => overrides.EnumerateObject()))
        {
            calendar.OwnHours(Day(day.Name), Hours(day.Value));
        }

        return calendar.Build();
    }

    private static List<Stretch> PausesOf(JsonElement example) =>
        [.. Optional(example, "pauses", pauses => pauses.EnumerateArray()).Select(pause => new Stretch(pause[0].GetDateTimeOffset(), pause[1].GetDateTimeOffset()))];

    // Some suites write a closed day as a stretch from a time to the same time.
    private static OpenHours[] Hours(JsonElement day) =>
        [.. day.EnumerateArray().Where(stretch => stretch[0].GetString() != stretch[1].GetString()).Select(stretch => OpenHours.Between(stretch[0].GetString()!, stretch[1].GetString()!))];

    private static TimeSpan Amount(JsonElement example) =>
        example.TryGetProperty("seconds", out var seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : TimeSpan.FromMinutes(Need(example, "minutes").GetDouble());

    private static IEnumerable<T> Optional<T>(JsonElement example, string name, Func<JsonElement, IEnumerable<T>> read) =>
        example.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? read(value) : [];

    private static DayOfWeek DayOfWeekOf(string name) =>
        Array.IndexOf(DaysOfWeek, name) is >= 0 and var day ? (DayOfWeek)day : throw new FormatException($"\"{name}\" is not a day of the week: write {string.Join(", ", DaysOfWeek)}");

    private static JsonElement Need(JsonElement example, string name) =>
        example.TryGetProperty(name, out var value) ? value : throw new FormatException($"it does not say \"{name}\"");

    private static string Text(JsonElement example, string name) => Need(example, name).GetString() ?? throw new FormatException($"\"{name}\" is empty");

    private static DateTimeOffset Instant(JsonElement example, string name) => Need(example, name).GetDateTimeOffset();

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new FormatException($"\"{text}\" is not a day: write it like 2026-12-25");

    private static string? Compare(DateTimeOffset expected, DateTimeOffset found) =>
        expected == found ? null : $"{expected.UtcDateTime:u} expected, {found.UtcDateTime:u} worked out";

    private static string? Compare(DateOnly expected, DateOnly found) => expected == found ? null : $"{expected:yyyy-MM-dd} expected, {found:yyyy-MM-dd} worked out";
}
