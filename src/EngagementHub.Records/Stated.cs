namespace EngagementHub.Records;

internal static class Stated
{
    public static string OrRefused(string? given, int longest, string asked, string field) =>
        string.IsNullOrWhiteSpace(given) ? throw new BrokenRuleException(asked, field) : Optional(given, longest, field);

    public static string Optional(string? given, int longest, string field) => (given ?? "").ReplaceLineEndings("\n").Trim() is var text && text.Length <= longest
        ? text
        : throw new BrokenRuleException($"Use {longest:N0} characters or fewer; there are {text.Length:N0}", field);

    public static IReadOnlyList<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
