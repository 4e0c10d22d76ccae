using System.Globalization;
using System.Text.Json;

namespace EngagementHub.WorkingTime;

/// <summary>Reads the fields of a worked example and says in a sentence what is wrong with one, and how to write it.</summary>
internal sealed class ExampleFields(JsonElement example, WorkingCalendar? kept = null)
{
    private static readonly string[] DaysOfWeek = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] InstantForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss zzz"];

    public static bool IsDay(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length == "yyyy-MM-dd".Length;

    /// <summary>The calendar it describes, unless another is kept to.</summary>
    public WorkingCalendar Calendar()
    {
        if (kept is not null)
        {
            return kept;
        }

        var week = Each("week", Members).Aggregate(WeeklyHours.Closed, (hours, day) => hours.With(DayOfWeekOf(day.Name), [.. hours[DayOfWeekOf(day.Name)], .. Hours(day.Value, $"week.{day.Name}")]));
        var calendar = WorkingCalendar.In(Zone()).Week(week)
            .Closed(Each("holidays", Items).Select(day => new NonWorkingDay(DayOf(day.ValueKind == JsonValueKind.Object ? Of(day, "date") : day, "holidays"), NonWorkingKind.BankHoliday, "")));
        foreach (var day in Each("overrides", Members))
        {
            calendar.OwnHours(DayOf(day.Name, "overrides"), Hours(day.Value, $"overrides.{day.Name}"));
        }

        return calendar.Build();
    }

    public IReadOnlyList<Stretch> Pauses() => [.. Each("pauses", Items).Select(pause => new Stretch(InstantOf(Side(pause, 0, "from", "start"), "pauses"), End(pause)))];

    public TimeSpan Amount()
    {
        var (unit, ticks) = HasAny("seconds") ? ("seconds", TimeSpan.TicksPerSecond) : HasAny("minutes") || !HasAny("hours") ? ("minutes", TimeSpan.TicksPerMinute) : ("hours", TimeSpan.TicksPerHour);
        return new TimeSpan((long)decimal.Round((Number(unit) ?? throw Missing(unit)) * ticks));
    }

    public int Days() => Number("days") is { } days && decimal.Truncate(days) == days ? (int)days : throw new FormatException("\"days\" is not a whole number: write it like 5");

    public TimeOnly? CutOff() => example.TryGetProperty("cutoff", out var at) && at.ValueKind == JsonValueKind.String
        ? TimeOnly.FromTimeSpan(OpenHours.Between(at.GetString()!, "24:00").Opens) : null;

    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (example.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return true;
            }
        }

        return false;
    }

    public decimal? Number(string name) => !HasAny(name) ? null
        : Need(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value) ? value
        : decimal.TryParse(Need(name).ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var text) ? text
        : throw new FormatException($"\"{name}\" is \"{Need(name)}\", which is not a number: write it like 90");

    public string Text(string name) => Need(name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new FormatException($"\"{name}\" is \"{Need(name)}\" and not a text in quotation marks");

    public DateTimeOffset Instant(string name) => InstantOf(Need(name), name);

    public DateOnly Day(string name) => DayOf(Need(name), name);

    public JsonElement Need(string name) => HasAny(name) ? example.GetProperty(name) : throw Missing(name);

    private TimeZoneInfo Zone() => kept is not null ? kept.Zone : TimeZoneInfo.TryFindSystemTimeZoneById(Text("tz"), out var zone) ? zone : throw new FormatException($"there is no time zone \"{Text("tz")}\": write it like Europe/London");

    private DateTimeOffset InstantOf(JsonElement value, string name)
    {
        var text = value.ToString().Trim();
        if (IsDay(value) && DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
        {
            return Local(day.ToDateTime(TimeOnly.MinValue));
        }

        if (!DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            throw new FormatException($"\"{name}\" is \"{text}\", which is not an instant: write it like 2026-10-25T09:00:00+00:00");
        }

        var hasOffset = text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;
        return hasOffset ? instant : Local(instant.DateTime);
    }

    private DateTimeOffset Local(DateTime local) => new(new ZoneClock(Zone(), DateOnly.FromDateTime(local), DateOnly.FromDateTime(local)).UtcTicks(local.Ticks), TimeSpan.Zero);

    // A pause without an end still lasts.
    private DateTimeOffset End(JsonElement pause) => Side(pause, 1, "to", "end") is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } end ? InstantOf(end, "pauses") : DateTimeOffset.MaxValue;

    // Some suites write a closed day as a stretch from a time to the same time.
    private static OpenHours[] Hours(JsonElement day, string name) =>
        [.. Items(day, name).Select(stretch => (From: Side(stretch, 0, "from", "start").ToString(), To: Side(stretch, 1, "to", "end").ToString())).Where(stretch => stretch.From != stretch.To).Select(stretch => OpenHours.Between(stretch.From, stretch.To))];

    private static JsonElement Side(JsonElement pair, int place, string name, string otherName) => pair.ValueKind switch
    {
        JsonValueKind.Array when pair.GetArrayLength() == 2 || (place == 0 && pair.GetArrayLength() == 1) => pair[place],
        JsonValueKind.Array when pair.GetArrayLength() == 1 => default,
        JsonValueKind.Object when pair.TryGetProperty(name, out var side) || pair.TryGetProperty(otherName, out side) => side,
        JsonValueKind.Object when place == 1 => default,
        _ => throw new FormatException($"\"{pair}\" is not a pair: write it like [\"09:00\", \"17:00\"]"),
    };

    private IEnumerable<T> Each<T>(string name, Func<JsonElement, string, IEnumerable<T>> read) => HasAny(name) ? read(Need(name), name) : name == "week" ? throw Missing(name) : [];

    private static IEnumerable<JsonElement> Items(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Null ? [] : list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new FormatException($"\"{name}\" is not a list: write it in square brackets");

    private static IEnumerable<JsonProperty> Members(JsonElement named, string name) =>
        named.ValueKind == JsonValueKind.Object ? named.EnumerateObject() : throw new FormatException($"\"{name}\" does not name days: write it in braces, like {{\"mon\": [[\"09:00\", \"17:00\"]]}}");

    private static DayOfWeek DayOfWeekOf(string name)
    {
        var day = Array.FindIndex(DaysOfWeek, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (name.Length == 3 || Enum.TryParse<DayOfWeek>(name, true, out _)));
        return day >= 0 ? (DayOfWeek)day : throw new FormatException($"\"{name}\" is not a day of the week: write {string.Join(", ", DaysOfWeek)}");
    }

    private static JsonElement Of(JsonElement day, string name) => day.TryGetProperty(name, out var value) ? value : throw Missing(name);

    private static DateOnly DayOf(JsonElement value, string name) => DayOf(value.ToString(), name);

    private static DateOnly DayOf(string text, string name) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FormatException($"\"{name}\" says \"{text}\", which is not a day: write it like 2026-12-25");

    private static FormatException Missing(string name) => new($"it does not say \"{name}\": add it");
}
