using System.Text.RegularExpressions;

namespace EngagementHub.Conversation.Comments;

/// <summary>Where words stand in a text, outside the marks of what was struck before. Places that overlap are one.</summary>
internal static class Strikes
{
    public static IReadOnlyList<(int Start, int End)> Of(string text, Regex mark, IReadOnlyList<string> words)
    {
        var marks = mark.Matches(text);
        List<(int Start, int End)> joined = [];
        foreach (var place in words.SelectMany(w => Places(text, w)).Where(p => !marks.Any(m => p.Start < m.Index + m.Length && m.Index < p.End)).Order())
        {
            if (joined.Count > 0 && place.Start < joined[^1].End)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, place.End));
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }

    private static IEnumerable<(int Start, int End)> Places(string text, string words)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            yield return (at, at + words.Length);
        }

        int Next(int from) => words.Length == 0 ? -1 : text.IndexOf(words, from, StringComparison.Ordinal);
    }
}
