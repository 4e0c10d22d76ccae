using System.Globalization;

namespace EngagementHub.Plans.Benefits;

/// <summary>A financial year by the calendar year in which it begins, on 1 April: 2010 is 2010-11.</summary>
internal static class FinancialYear
{
    public static string Word(int year) => $"{year.ToString(CultureInfo.InvariantCulture)}-{(year + 1) % 100:00}";

    public static int Of(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    public static DateOnly FirstDay(int year) => new(year, 4, 1);

    /// <summary>Reads 2010-11.</summary>
    public static int? Read(string? word) =>
        word?.Trim() is { Length: 7 } typed && typed[4] == '-'
        && int.TryParse(typed.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(typed.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var next)
        && next == (year + 1) % 100 && year is >= 1900 and <= 2200 ? year : null;

    public static int ReadOrRefuse(string? word, string field) => Read(word) ?? throw new BrokenRuleException("Enter a financial year such as 2008-09", field);

    /// <summary>"April to June 2008".</summary>
    public static string QuarterWord(int year, int quarter) => quarter switch
    {
        1 => $"April to June {year}",
        2 => $"July to September {year}",
        3 => $"October to December {year}",
        _ => $"January to March {year + 1}",
    };
}
