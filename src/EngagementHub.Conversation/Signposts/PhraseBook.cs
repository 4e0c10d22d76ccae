using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace EngagementHub.Conversation.Signposts;

/// <summary>The words of a signpost, one phrase a line: <c>my pay*</c> (the star stands for the rest of a word), <c>/pattern/</c> (a regular expression), <c>@colleague</c> (the full name of somebody who works here).</summary>
internal sealed partial class PhraseBook
{
    public const string Colleague = "@colleague";
    private const int MostLines = 200;

    // Linear in the text's length, whatever is typed and whatever an editor writes.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly ConcurrentDictionary<string, PhraseBook> Known = new();

    private readonly Regex? _phrases;
    private readonly bool _namesColleagues;

    private PhraseBook(string words)
    {
        string[] lines = [.. words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        if (lines.Length is 0 or > MostLines)
        {
            throw new BrokenRuleException($"Enter between 1 and {MostLines} phrases, one a line", "Words");
        }

        _namesColleagues = lines.Contains(Colleague);
        var patterns = lines.Where(l => l != Colleague).Select(Pattern).ToList();
        _phrases = patterns.Count == 0 ? null : new Regex(string.Join('|', patterns), Options);
    }

    /// <exception cref="BrokenRuleException">A line cannot be read as a phrase.</exception>
    public static PhraseBook Of(string words) => Known.GetOrAdd(words, w => new PhraseBook(w));

    public bool StandIn(string text, IReadOnlySet<string> colleagues)
    {
        var plain = text.Replace('’', '\'');
        return _phrases?.IsMatch(plain) == true || (_namesColleagues && NamesOf(plain).Any(colleagues.Contains));
    }

    // Two and three words in a row that begin with a capital.
    private static IEnumerable<string> NamesOf(string text)
    {
        var words = Word().Matches(text);
        for (var i = 1; i < words.Count; i++)
        {
            if (char.IsUpper(words[i].ValueSpan[0]) && char.IsUpper(words[i - 1].ValueSpan[0]))
            {
                yield return $"{words[i - 1].Value} {words[i].Value}".ToUpperInvariant();
                if (i > 1)
                {
                    yield return $"{words[i - 2].Value} {words[i - 1].Value} {words[i].Value}".ToUpperInvariant();
                }
            }
        }
    }

    private static string Pattern(string line)
    {
        if (line.Length is < 3 or > 500)
        {
            throw new BrokenRuleException($"“{line}” must have between 3 and 500 characters", "Words");
        }

        var pattern = line is ['/', .. var inner, '/'] ? inner : $"\\b{Regex.Escape(line.Replace('’', '\'')).Replace("\\ ", "\\s+", StringComparison.Ordinal).Replace("\\*", "\\w*", StringComparison.Ordinal)}\\b";
        try
        {
            return new Regex(pattern, Options).IsMatch("") ? throw new BrokenRuleException($"“{line}” is found in every text", "Words") : $"(?:{pattern})";
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new BrokenRuleException($"“{line}” is not a pattern that can be used: {e.Message.TrimEnd('.')}", "Words");
        }
    }

    [GeneratedRegex(@"[\p{L}'-]+")]
    private static partial Regex Word();
}
