using System.Globalization;
using System.Text.Json;

namespace EngagementHub.Plans.Benefits;

/// <summary>What money was worth: an index of prices by calendar year, read from a file. A year that is not in the file is refused by its name; nothing is guessed.</summary>
internal sealed record Deflators(string Source, string Unit, string Note, IReadOnlyDictionary<string, decimal> Years)
{
    public static Deflators Load(string? file)
    {
        using var data = string.IsNullOrEmpty(file) ? typeof(Deflators).Assembly.GetManifestResourceStream("EngagementHub.Plans.Benefits.deflators.json")! : File.OpenRead(file);
        var read = JsonSerializer.Deserialize<Deflators>(data, JsonSerializerOptions.Web);
        return read is { Years.Count: > 0 } && read.Years.Values.All(v => v > 0)
            ? read
            : throw new InvalidOperationException("Plans:Deflators names a file without years, or with an index that is not above zero");
    }

    /// <summary>The index of a financial year: three quarters of its first calendar year and one of the next.</summary>
    public decimal IndexOf(int year) => (IndexOfCalendar(year, year) * 0.75m) + (IndexOfCalendar(year + 1, year) * 0.25m);

    /// <summary>Money of one financial year in the money of another.</summary>
    public decimal Convert(decimal amount, int from, int to) => from == to ? amount : amount * IndexOf(to) / IndexOf(from);

    public bool Knows(int year) => Years.ContainsKey(Key(year)) && Years.ContainsKey(Key(year + 1));

    private decimal IndexOfCalendar(int calendar, int asked) => Years.TryGetValue(Key(calendar), out var index)
        ? index
        : throw new BrokenRuleException($"There is no deflator for {FinancialYear.Word(asked)}: the file has no index for {Key(calendar)}. Add that year to the file of deflators, or choose another year", "PriceYear");

    private static string Key(int year) => year.ToString(CultureInfo.InvariantCulture);
}
