using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

internal enum DatePart
{
    Day,
    Month,
    Year,
}

/// <summary>A date as someone typed it into three fields, perhaps incomplete or impossible.</summary>
internal sealed record TypedDate(string Day, string Month, string Year)
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    public bool IsBlank => Missing.Count() == 3;

    public DateOnly? Date => DateOf(DayNumber, MonthNumber, YearNumber);

    public DatePart? WrongPart => Date is not null || IsBlank ? null
        : Missing.Any() ? Missing.First()
        : MonthNumber is null ? DatePart.Month
        : YearNumber is null ? DatePart.Year
        : DatePart.Day;

    private IEnumerable<DatePart> Missing => Enum.GetValues<DatePart>().Where(part => this[part].Length == 0);

    private int? DayNumber => Number(Day, 1, 31);

    private int? MonthNumber => Number(Month, 1, 12) ?? MonthNamed(Month);

    private int? YearNumber => Year.Length == 4 ? Number(Year, 1, 9999) : null;

    public string this[DatePart part] => part switch
    {
        DatePart.Day => Day,
        DatePart.Month => Month,
        _ => Year,
    };

    /// <summary>The date last typed for a field, if the form was sent.</summary>
    public static TypedDate? In(ModelStateDictionary state, string name) =>
        state.ContainsKey($"{name}.{DatePart.Day}")
            ? Read(part => state[$"{name}.{part}"]?.AttemptedValue)
            : null;

    public static TypedDate Of(DateOnly? date) => date is { } known
        ? Read(part => (part switch { DatePart.Day => known.Day, DatePart.Month => known.Month, _ => known.Year }).ToString(CultureInfo.InvariantCulture))
        : new("", "", "");

    public static TypedDate Read(Func<DatePart, string?> typed) =>
        new(Trimmed(typed(DatePart.Day)), Trimmed(typed(DatePart.Month)), Trimmed(typed(DatePart.Year)));

    public string? Problem(string name) => WrongPart switch
    {
        null => null,
        _ when Missing.Any() => $"{name} must include a {string.Join(" and ", Missing).ToLowerInvariant()}",
        DatePart.Year => $"{name} must have a year of 4 numbers",
        _ => $"{name} must be a real date",
    };

    private static string Trimmed(string? text) => text?.Trim() ?? "";

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static int? MonthNamed(string text)
    {
        var index = Array.FindIndex(English.MonthNames, name => Names(text, name));
        return index < 0 || text.Length < 3 ? null : index + 1;
    }

    private static bool Names(string text, string month) =>
        text.Length > 0 && month.StartsWith(text.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static DateOnly? DateOf(int? day, int? month, int? year) =>
        day is { } d && month is { } m && year is { } y && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
}
