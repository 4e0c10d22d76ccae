using System.Text.RegularExpressions;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Words of a comment that may be somebody's name: known from the directory, or behind a form of address. They are offered; a person ticks what is one.</summary>
internal static partial class LikelyNames
{
    public const string Known = "the name of somebody in the directory";
    public const string Addressed = "stands behind a form of address";
    private const int ShortestFamilyName = 3;

    /// <summary>The words as they stand in the text, each with why it is offered.</summary>
    /// <param name="text">The comment as it was typed.</param>
    /// <param name="directory">Everybody's name, as in "Priya Shah".</param>
    public static IReadOnlyList<(string Words, string Why)> In(string text, IEnumerable<string> directory)
    {
        var capitals = Capitals().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        List<(string Words, string Why)> found = [.. directory.SelectMany(name => PartsOf(name, text, capitals)).Select(words => (words, Known))];
        found.AddRange(WithAddress().Matches(text).Select(m => (m.Groups["name"].Value, Addressed)));
        return [.. found.DistinctBy(f => f.Words).OrderBy(f => text.IndexOf(f.Words, StringComparison.Ordinal))];
    }

    // The whole name first, or else its family name: a given name alone is too often a word.
    private static IEnumerable<string> PartsOf(string name, string text, HashSet<string> capitals)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !capitals.Contains(parts[^1]))
        {
            return [];
        }

        return text.Contains(name, StringComparison.Ordinal) ? [name] : parts[^1].Length >= ShortestFamilyName ? [parts[^1]] : [];
    }

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'’-]*")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Prof|Professor)\.? (?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)")]
    private static partial Regex WithAddress();
}
