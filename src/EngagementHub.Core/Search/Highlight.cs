using System.Net;
using System.Text;

namespace EngagementHub.Core.Search;

/// <summary>Shows where the words stand. All that was written is encoded; only the marks are markup.</summary>
internal sealed class Highlight(SearchQuery query)
{
    private const int Shown = 260;
    private readonly Term[] _terms = [.. query.Terms];

    /// <summary>The whole text with its words marked.</summary>
    public string Whole(string text) => Marked(text, Matches([.. Words.In(text)]), 0, text.Length);

    /// <summary>The stretch of the text that has most of the words.</summary>
    public string Excerpt(string text)
    {
        Word[] words = [.. Words.In(text)];
        var matches = Matches(words);
        if (text.Length <= Shown)
        {
            return Marked(text, matches, 0, text.Length);
        }

        var start = BeginningOfWord(words, Best(matches) - (Shown / 4));
        var end = EndOfWord(words, start + Shown, text.Length);
        return $"{(start > 0 ? "… " : "")}{Marked(text, matches, start, end)}{(end < text.Length ? " …" : "")}";
    }

    private List<Match> Matches(Word[] words)
    {
        List<Match> matches = [];
        for (var i = 0; i < words.Length; i++)
        {
            for (var t = 0; t < _terms.Length; t++)
            {
                if (Fits(words, i, _terms[t]))
                {
                    var last = words[i + _terms[t].Stems.Count - 1];
                    matches.Add(new(words[i].Start, last.Start + last.Length, t));
                }
            }
        }

        return matches;
    }

    private static bool Fits(Word[] words, int at, Term term)
    {
        if (at + term.Stems.Count > words.Length)
        {
            return false;
        }

        for (var i = 0; i < term.Stems.Count; i++)
        {
            var stem = words[at + i].Stem;
            if (term.IsBeginning && i == term.Stems.Count - 1 ? !stem.StartsWith(term.Stems[i], StringComparison.Ordinal) : stem != term.Stems[i])
            {
                return false;
            }
        }

        return true;
    }

    // Where the most different words stand close together; the first such place.
    private static int Best(List<Match> matches)
    {
        var (best, most) = (0, 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var different = matches.Skip(i).TakeWhile(m => m.End <= matches[i].Start + Shown - (Shown / 4)).Take(50).Select(m => m.Term).Distinct().Count();
            (best, most) = different > most ? (matches[i].Start, different) : (best, most);
        }

        return best;
    }

    private static int BeginningOfWord(Word[] words, int at) =>
        at <= 0 ? 0 : words.FirstOrDefault(w => w.Start >= at) is { Length: > 0 } first ? first.Start : 0;

    private static int EndOfWord(Word[] words, int at, int length) =>
        at >= length ? length : words.LastOrDefault(w => w.Start + w.Length <= at) is { Length: > 0 } last ? last.Start + last.Length : length;

    private static string Marked(string text, List<Match> matches, int start, int end)
    {
        var html = new StringBuilder();
        var done = start;
        foreach (var match in matches.Where(m => m.Start >= start && m.End <= end).OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            if (match.Start >= done)
            {
                html.Append(WebUtility.HtmlEncode(text[done..match.Start])).Append("<mark>").Append(WebUtility.HtmlEncode(text[match.Start..match.End])).Append("</mark>");
                done = match.End;
            }
        }

        return html.Append(WebUtility.HtmlEncode(text[done..end])).ToString();
    }

    private readonly record struct Match(int Start, int End, int Term);
}
