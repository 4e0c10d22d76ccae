using System.Text.RegularExpressions;

namespace EngagementHub.Conversation.Codes;

internal enum WordChange
{
    Kept,
    Added,
    Removed,
}

/// <summary>A run of words that both texts have, or one of them.</summary>
internal sealed record WordRun(WordChange Change, string Text);

/// <summary>What changed between two wordings, word by word.</summary>
internal static partial class WordDifference
{
    // Beyond this the comparison, whose work is the product of the two lengths, is not worth it: all was rewritten.
    private const int MostWork = 4_000_000;

    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        string[] old = [.. Word().Matches(before).Select(m => m.Value)], now = [.. Word().Matches(after).Select(m => m.Value)];
        if ((long)old.Length * now.Length > MostWork)
        {
            return [new(WordChange.Removed, before), new(WordChange.Added, after)];
        }

        return Runs(Steps(old, now, Longest(old, now)));
    }

    // The length of the longest common run of words from each pair of places on.
    private static int[,] Longest(string[] old, string[] now)
    {
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        return longest;
    }

    private static IEnumerable<(WordChange, string)> Steps(string[] old, string[] now, int[,] longest)
    {
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                yield return (WordChange.Kept, old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && longest[i + 1, j] >= longest[i, j + 1]))
            {
                yield return (WordChange.Removed, old[i++]);
            }
            else
            {
                yield return (WordChange.Added, now[j++]);
            }
        }
    }

    private static List<WordRun> Runs(IEnumerable<(WordChange Change, string Word)> steps)
    {
        List<WordRun> runs = [];
        foreach (var (change, word) in steps)
        {
            if (runs.Count > 0 && runs[^1].Change == change)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + word };
            }
            else
            {
                runs.Add(new(change, word));
            }
        }

        return runs;
    }

    [GeneratedRegex(@"\s*\S+\s*?")]
    private static partial Regex Word();
}
