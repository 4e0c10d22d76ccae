using System.Globalization;
using System.Text.Json;

namespace EngagementHub.WorkingTime;

/// <summary>One bank holiday as GOV.UK lists it.</summary>
public sealed record BankHoliday(DateOnly Date, string Title, string Notes);

/// <summary>
/// Bank holidays by division ("england-and-wales", "scotland", "northern-ireland"), in the shape of GOV.UK's bank-holidays.json.
/// GOV.UK publishes a rolling window, so a newer file adds to what is known and never takes a day away.
/// </summary>
public sealed class BankHolidays
{
    private static readonly Lazy<BankHolidays> ShippedFile = new(ReadShipped);
    private readonly SortedDictionary<string, SortedDictionary<DateOnly, BankHoliday>> _divisions;

    private BankHolidays(SortedDictionary<string, SortedDictionary<DateOnly, BankHoliday>> divisions) => _divisions = divisions;

    /// <summary>The list that ships with the library.</summary>
    public static BankHolidays Shipped => ShippedFile.Value;

    /// <summary>The divisions with holidays of their own.</summary>
    public IReadOnlyCollection<string> Divisions => _divisions.Keys;

    /// <summary>Reads a file of GOV.UK's shape. Missing notes, unknown keys and straight apostrophes are tolerated.</summary>
    /// <exception cref="FormatException">The text is not of that shape; the sentence says where.</exception>
    public static BankHolidays Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var file = JsonDocument.Parse(json.TrimStart('\uFEFF'));
            var divisions = file.RootElement.ValueKind == JsonValueKind.Object ? file.RootElement.EnumerateObject().Where(IsDivision).ToList() : [];
            return divisions.Count == 0
                ? throw new FormatException("The bank holidays cannot be read: the file names no division with events, such as \"england-and-wales\"")
                : new(new(divisions.ToDictionary(division => division.Name, division => ByDate(division.Value.GetProperty("events"))), StringComparer.Ordinal));
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The bank holidays cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The holidays of a division, in order of date.</summary>
    /// <exception cref="ArgumentException">There is no such division.</exception>
    public IReadOnlyCollection<BankHoliday> Of(string division) =>
        _divisions.TryGetValue(division, out var days)
            ? days.Values
            : throw new ArgumentException($"There is no division \"{division}\"; there are {string.Join(", ", Divisions)}", nameof(division));

    /// <summary>Everything known after reading a newer list: its wording wins, and no day known before is lost.</summary>
    public BankHolidays Merge(BankHolidays newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var every = _divisions.Concat(newer._divisions).GroupBy(division => division.Key, division => division.Value.Values);
        return new(new(every.ToDictionary(division => division.Key, division => ByDate(division.SelectMany(days => days))), StringComparer.Ordinal));
    }

    /// <summary>The days of a newer list that are not known here.</summary>
    public IReadOnlyList<BankHoliday> NewIn(BankHolidays newer, string division) => [.. newer.Days(division).Where(day => !Days(division).Any(known => known.Date == day.Date))];

    /// <summary>The days that a newer list calls something else, as it calls them.</summary>
    public IReadOnlyList<BankHoliday> RenamedIn(BankHolidays newer, string division) => [.. newer.Days(division).Where(day => Days(division).Any(known => known.Date == day.Date && known.Title != day.Title))];

    /// <summary>
    /// Days that a newer list no longer has, and that a person must look at: they are kept all the same. A day that is past, or before the list's first, has only
    /// left its window. A list without any day of the division says nothing about it.
    /// </summary>
    public IReadOnlyList<BankHoliday> MissingFrom(BankHolidays newer, string division, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var listed = newer.Days(division).Select(day => day.Date).ToHashSet();
        return listed.Count == 0 ? [] : [.. Days(division).Where(day => day.Date >= today && day.Date >= listed.Min() && !listed.Contains(day.Date))];
    }

    /// <summary>This list without days that a person has struck from it.</summary>
    public BankHolidays Without(IEnumerable<(string Division, DateOnly Date)> struck)
    {
        var gone = struck.ToHashSet();
        return new(new(_divisions.ToDictionary(division => division.Key, division => ByDate(division.Value.Values.Where(day => !gone.Contains((division.Key, day.Date))))), StringComparer.Ordinal));
    }

    private SortedDictionary<DateOnly, BankHoliday>.ValueCollection Days(string division) => (_divisions.GetValueOrDefault(division) ?? []).Values;

    private static bool IsDivision(JsonProperty entry) =>
        entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Array;

    private static SortedDictionary<DateOnly, BankHoliday> ByDate(JsonElement events) => ByDate(events.EnumerateArray().Select((day, place) => Holiday(day, place + 1)));

    private static BankHoliday Holiday(JsonElement day, int place)
    {
        var (date, title) = (Text(day, "date"), Text(day, "title"));
        return date is null || title is null ? throw new FormatException($"The bank holidays cannot be read: event {place} has no {(date is null ? "date" : "title")}")
            : !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? throw new FormatException($"The bank holidays cannot be read: the date of event {place} is \"{date}\"; it must be like 2026-12-25")
            : new BankHoliday(at, title.Trim().Replace('\'', '’'), Text(day, "notes") ?? "");
    }

    private static string? Text(JsonElement day, string name) =>
        day.ValueKind == JsonValueKind.Object && day.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static SortedDictionary<DateOnly, BankHoliday> ByDate(IEnumerable<BankHoliday> days)
    {
        var dates = new SortedDictionary<DateOnly, BankHoliday>();
        foreach (var day in days)
        {
            dates[day.Date] = day;
        }

        return dates;
    }

    private static BankHolidays ReadShipped()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json")!;
        using var reader = new StreamReader(file);
        return Read(reader.ReadToEnd());
    }
}
