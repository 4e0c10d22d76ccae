using System.Globalization;

namespace EngagementHub.Plans.Pages;

/// <summary>Numbers as people type them.</summary>
internal static class Typed
{
    // What is reckoned with it must stay a number.
    private const decimal Largest = 1_000_000_000;

    public static decimal? Number(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text.Trim().TrimStart('£').TrimEnd('%', 'm'), NumberStyles.Number, Say.English, out var number)
            ? Math.Abs(number) <= Largest ? number : throw new BrokenRuleException("Enter a number of up to 1,000,000,000", field)
        : throw new BrokenRuleException("Enter a number, such as 90 or 97.5", field);

    public static int? Whole(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim().TrimEnd('%'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new BrokenRuleException("Enter a whole number, such as 30", field);

    public static T? OneOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var known) && Enum.IsDefined(known) ? known : null;
}
