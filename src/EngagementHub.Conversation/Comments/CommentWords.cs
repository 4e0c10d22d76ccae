using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EngagementHub.Core.Text;
using EngagementHub.Core.Time;

namespace EngagementHub.Conversation.Comments;

/// <summary>The words of a comment: what may be written, and how struck spans are shown.</summary>
internal static partial class CommentWords
{
    // Where a span was struck stands a mark nobody can type; it becomes words only after the Markdown is HTML, so no reason can break the text around it.
    private const char Opens = '\uE000';
    private const char Closes = '\uE001';

    // What a keyboard of letters writes needs no second look.
    private static readonly SearchValues<char> Plainest = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    private static readonly int[] Blanks = [0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0];
    private static readonly int[] Overrides = [0x202D, 0x202E];

    /// <summary>The text as it is kept: line ends made one character, nothing in it that cannot be seen or stored.</summary>
    /// <exception cref="BrokenRuleException">It is empty, too long, or nested too deeply to show.</exception>
    public static string Checked(string? typed)
    {
        var text = Clean(typed ?? "");
        if (text.Length > CommentText.MaxLength)
        {
            throw new BrokenRuleException($"Your comment must be {Say.Count(CommentText.MaxLength, "character")} or fewer; it has {Say.Count(text.Length, "character")}", "Text");
        }

        if (!SaysSomething(text))
        {
            throw new BrokenRuleException("Write your comment", "Text");
        }

        return text;
    }

    public static string Html(string text, IReadOnlyList<string> struck) =>
        Mark().Replace(CommentText.ToHtml(text), m => WebUtility.HtmlEncode(Shown(m, struck)));

    public static string Plain(string text, IReadOnlyList<string> struck) =>
        Mark().Replace(PlainText.From(text), m => Shown(m, struck));

    /// <summary>The text as a moderator or its writer sees it, with the Markdown as typed.</summary>
    public static string Source(string text, IReadOnlyList<string> struck) => Mark().Replace(text, m => Shown(m, struck));

    /// <summary>Whether the words stand in the text outside the marks of what was struck before.</summary>
    public static bool Stand(string text, string words) => Strikes.Of(text, Mark(), [words]).Count > 0;

    /// <summary>Refuses to strike what is not there.</summary>
    public static void MustStand(string text, IReadOnlyList<string> words)
    {
        if (words.Count == 0 || !words.All(w => Stand(text, w)))
        {
            throw new BrokenRuleException("These words do not stand in the comment. Copy them exactly as they are written", "Words");
        }
    }

    /// <summary>Puts one mark where any of the words stand; words that overlap are struck together.</summary>
    public static string Strike(string text, IReadOnlyList<string> words, int place)
    {
        MustStand(text, words);
        var mark = string.Create(CultureInfo.InvariantCulture, $"{Opens}{place}{Closes}");
        return Strikes.Of(text, Mark(), words).Reverse().Aggregate(text, (left, span) => left.Remove(span.Start, span.End - span.Start).Insert(span.Start, mark));
    }

    private static string Shown(Match mark, IReadOnlyList<string> struck) =>
        $"[redacted: {struck[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]}]";

    // Words that begin with a letter are shown whatever Markdown makes of the rest; others may be marks alone, such as an empty link.
    private static bool SaysSomething(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || (text.EnumerateRunes().Any(IsSeen) && PlainText.From(text).EnumerateRunes().Any(IsSeen)));

    private static string Clean(string typed)
    {
        var text = typed.ReplaceLineEndings("\n");
        if (!text.AsSpan().ContainsAnyExcept(Plainest))
        {
            return text.TrimEnd();
        }

        var kept = new StringBuilder(typed.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is Opens or Closes || Overrides.Contains(rune.Value)))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().TrimEnd();
    }

    private static bool IsSeen(Rune rune) => !Blanks.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark);

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Mark();
}
