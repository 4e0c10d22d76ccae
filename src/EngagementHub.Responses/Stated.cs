using System.Globalization;

namespace EngagementHub.Responses;

// The columns have limits; a person hears of them before the database does.
internal static class Stated
{
    /// <summary>The words with one space between them and nothing that cannot be seen, so that two names that look the same are the same.</summary>
    public static string OnOneLine(string? text) => string.Join(' ', string.Concat((text ?? "").Normalize().Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string OrRefused(string? text, int most, string missing, string field)
    {
        var stated = text?.Trim() ?? "";
        return stated.Length switch
        {
            0 => throw new BrokenRuleException(missing, field),
            _ when stated.Length > most => throw new BrokenRuleException($"Use {most:N0} characters or fewer; there are {stated.Length:N0}", field),
            _ => stated,
        };
    }
}
