using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>Reads a file of GOV.UK's shape; unknown keys and missing notes are tolerated.</summary>
    /// <exception cref="FormatException">The text is not of that shape; the sentence says where.</exception>
    public static BankHolidays Read(string json)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Dictionary<string, DivisionEntry>>(json) ?? [];
            return new(new(file.ToDictionary(division => division.Key, division => ByDate(division.Value.Events)), StringComparer.Ordinal));
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

    /// <summary>Days that a newer list should contain, by its own range, and does not: kept all the same, and for a person to look at.</summary>
    public IReadOnlyList<BankHoliday> MissingFrom(BankHolidays newer, string division)
    {
        ArgumentNullException.ThrowIfNull(newer);
        var listed = newer.Of(division).Select(day => day.Date).ToHashSet();
        return listed.Count == 0 ? [] : [.. Of(division).Where(day => day.Date >= listed.Min() && day.Date <= listed.Max() && !listed.Contains(day.Date))];
    }

    private static SortedDictionary<DateOnly, BankHoliday> ByDate(IEnumerable<BankHoliday> days)
    {
        var dates = new SortedDictionary<DateOnly, BankHoliday>();
        foreach (var day in days)
        {
            dates[day.Date] = day;
        }

        return dates;
    }

    private static SortedDictionary<DateOnly, BankHoliday> ByDate(IEnumerable<EventEntry>? events) =>
        ByDate((events ?? []).Select(entry => new BankHoliday(entry.Date, entry.Title, entry.Notes ?? "")));

    private static BankHolidays ReadShipped()
    {
        using var file = typeof(BankHolidays).Assembly.GetManifestResourceStream("bank-holidays.json")!;
        using var reader = new StreamReader(file);
        return Read(reader.ReadToEnd());
    }

    private sealed record DivisionEntry([property: JsonPropertyName("events")] IReadOnlyList<EventEntry>? Events);

    private sealed record EventEntry(
        [property: JsonPropertyName("title"), JsonRequired] string Title,
        [property: JsonPropertyName("date"), JsonRequired] DateOnly Date,
        [property: JsonPropertyName("notes")] string? Notes);
}
