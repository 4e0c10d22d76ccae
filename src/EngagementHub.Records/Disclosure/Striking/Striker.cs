using System.Text.RegularExpressions;

namespace EngagementHub.Records.Disclosure.Striking;

/// <summary>Something to strike in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it is over.</param>
/// <param name="What">What it is, in words readers of the release see.</param>
/// <param name="Because">Under which exemption, and why.</param>
internal sealed record Finding(int Start, int End, string What, Because Because);

/// <summary>Why something is struck.</summary>
/// <param name="Exemption">As in "section 40(2)".</param>
/// <param name="Reason">In words.</param>
internal sealed record Because(string Exemption, string Reason);

/// <summary>Strikes words out of a text, by rule and by hand.</summary>
internal sealed partial class Striker(StrikingRules rules)
{
    private static readonly (string What, Regex Pattern)[] PersonalData =
    [
        ("e-mail address", Mail()),
        ("National Insurance number", Insurance()),
        ("telephone number", Telephone()),
        ("telephone number", Extension()),
    ];

    public IReadOnlyList<Finding> In(string text)
    {
        var folded = Folded.Of(text);
        List<Finding> all = [.. ByHand(folded), .. rules.PersonalData ? Numbers(folded) : [], .. Names(text, folded)];
        return Joined(all);
    }

    public string Strike(string text, out IReadOnlyList<Finding> found)
    {
        found = In(text);
        return found.Reverse().Aggregate(text, (left, finding) => left.Remove(finding.Start, finding.End - finding.Start).Insert(finding.Start, $"[struck: {finding.What}, {finding.Because.Exemption}]"));
    }

    private IEnumerable<Finding> ByHand(Folded folded) => rules.Words.SelectMany(words => Occurrences(folded, Folded.Of(words.Words).Text.Trim()), (words, place) => new Finding(place.Start, place.End, "words", words.Because));

    private IEnumerable<Finding> Numbers(Folded folded) => PersonalData.SelectMany(kind => kind.Pattern.Matches(folded.Text), (kind, match) =>
    {
        var (start, end) = folded.Place(match.Index, match.Length);
        return new Finding(start, end, kind.What, rules.Because);
    });

    private IEnumerable<Finding> Names(string text, Folded folded)
    {
        // A full name that stays is not broken up because somebody else shares a part of it.
        var kept = rules.Staying.In(text, folded).ToList();
        var words = rules.WordsThatStay.SelectMany(w => Occurrences(folded, Folded.Of(w).Text.Trim())).ToList();
        return rules.Struck.In(text, folded).Where(n => !kept.Concat(words).Any(k => k.Start <= n.Start && n.End <= k.End)).Select(n => new Finding(n.Start, n.End, "name", rules.Because));
    }

    private static IEnumerable<(int Start, int End)> Occurrences(Folded folded, string words)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (IsWhole(folded.Text, at, words.Length))
            {
                yield return folded.Place(at, words.Length);
            }
        }

        int Next(int from) => words.Length == 0 || from >= folded.Text.Length ? -1 : folded.Text.IndexOf(words, from, StringComparison.Ordinal);
    }

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]))
        && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length - 1]) || !char.IsLetterOrDigit(text[at + length]));

    // What overlaps is struck as one, under what was said first: by hand before by rule.
    private static List<Finding> Joined(IEnumerable<Finding> findings)
    {
        List<Finding> joined = [];
        foreach (var finding in findings.Index().OrderBy(f => f.Item.Start).ThenBy(f => f.Index).Select(f => f.Item))
        {
            if (joined.Count > 0 && finding.Start < joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, finding.End) };
            }
            else
            {
                joined.Add(finding);
            }
        }

        return joined;
    }

    [GeneratedRegex(@"[a-z0-9._%+'-]+ ?(@|\(at\)|\[at\]) ?[a-z0-9-]+(\.[a-z0-9-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z][ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[a-d]\b", RegexOptions.NonBacktracking)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"(\+44 ?\(?0?\)? ?|\b0|\(0)[0-9]([ ()-]{0,2}[0-9]){8,9}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\bext(ension|n)?\.? ?[0-9]{3,6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Extension();
}

/// <summary>What is struck in a release, with everything that the rules and the marks come to.</summary>
/// <param name="PersonalData">Whether addresses and numbers of people go.</param>
/// <param name="Struck">Names that go.</param>
/// <param name="Staying">Names that stay.</param>
/// <param name="Words">Words that somebody marked.</param>
/// <param name="WordsThatStay">Words that look like a name and are none.</param>
/// <param name="Because">Why names and numbers go.</param>
internal sealed record StrikingRules(
    bool PersonalData, NameBook Struck, NameBook Staying, IReadOnlyList<(string Words, Because Because)> Words, IReadOnlyList<string> WordsThatStay, Because Because);
