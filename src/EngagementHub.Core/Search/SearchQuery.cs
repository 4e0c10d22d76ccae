namespace EngagementHub.Core.Search;

/// <summary>One word or several that stand together; with a star, the beginning of the last.</summary>
internal sealed record Term(IReadOnlyList<string> Stems, bool IsBeginning)
{
    public string Words => string.Join(' ', Stems);
}

/// <summary>What was typed, read as words: of each choice one must be there, of the others none. Anything can be typed; nothing of it reaches a database as it stands.</summary>
internal sealed record SearchQuery(IReadOnlyList<IReadOnlyList<Term>> Wanted, IReadOnlyList<Term> Unwanted)
{
    // A shorter one begins too many words to be of help; the index keeps beginnings from here on.
    private const int ShortestBeginning = 3;
    private const string Quotes = "\"“”„«»";

    private static readonly HashSet<string> Common =
    [
        .. "a about after all also an and any are as at be been before but by can did do does for from had has have he her his how i if in into is it its may me more my no not of on or our she should so some than that the their them then there these they this to up us was we were what when which who why will with would you your"
            .Split(' ').Select(Words.Fold),
    ];

    /// <summary>Whatever the words.</summary>
    public static SearchQuery Any { get; } = new([], []);

    public bool IsEmpty => Wanted.Count == 0;

    /// <summary>The same words, in titles; a phrase by its words.</summary>
    public SearchQuery InTitles => this with { Wanted = [.. Wanted.SelectMany(WordsOf)] };

    public IEnumerable<Term> Terms => Wanted.SelectMany(w => w);

    public static SearchQuery Read(string typed)
    {
        List<(List<Term> Choice, bool IsCommon)> wanted = [];
        List<Term> unwanted = [];
        var joins = false;
        foreach (var (text, isQuoted, isUnwanted) in Pieces(typed))
        {
            if (text == "OR" && !isQuoted && !isUnwanted)
            {
                joins = wanted.Count > 0;
            }
            else if (TermOf(text, isQuoted) is { } term)
            {
                Add(term, isUnwanted, IsCommon(term, isQuoted));
            }
        }

        return new([.. (wanted.All(w => w.IsCommon) ? wanted : wanted.Where(w => !w.IsCommon)).Select(w => w.Choice)], unwanted);

        void Add(Term term, bool isUnwanted, bool isCommon)
        {
            if (isUnwanted)
            {
                unwanted.Add(term);
            }
            else if (joins)
            {
                wanted[^1].Choice.Add(term);
                wanted[^1] = (wanted[^1].Choice, false);
            }
            else
            {
                wanted.Add(([term], isCommon));
            }

            joins = false;
        }
    }

    // Of a choice between phrases the first words must do: what comes too much is put in order by the whole.
    private static IEnumerable<IReadOnlyList<Term>> WordsOf(IReadOnlyList<Term> choice) => choice is [var only]
        ? only.Stems.Select((stem, i) => (IReadOnlyList<Term>)[new([SearchMarks.InTitle(stem)], only.IsBeginning && i == only.Stems.Count - 1)])
        : [[.. choice.Select(t => new Term([SearchMarks.InTitle(t.Stems[0])], t.IsBeginning && t.Stems.Count == 1))]];

    private static bool IsCommon(Term term, bool isQuoted) => !isQuoted && !term.IsBeginning && term.Stems.Count == 1 && Common.Contains(term.Stems[0]);

    private static Term? TermOf(string text, bool isQuoted)
    {
        string[] stems = [.. Words.In(text).Select(w => w.Stem)];
        return stems.Length == 0 ? null : new(stems, !isQuoted && text.EndsWith('*') && stems[^1].Length >= ShortestBeginning);
    }

    private static IEnumerable<(string Text, bool IsQuoted, bool IsUnwanted)> Pieces(string typed)
    {
        for (var at = 0; at < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var isUnwanted = typed[at] is '-' or '−' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);
            at += isUnwanted ? 1 : 0;
            var isQuoted = Quotes.Contains(typed[at]);
            var start = isQuoted ? at + 1 : at;
            var end = start;
            while (end < typed.Length && !Quotes.Contains(typed[end]) && (isQuoted || !char.IsWhiteSpace(typed[end])))
            {
                end++;
            }

            yield return (typed[start..end], isQuoted, isUnwanted);
            at = isQuoted && end < typed.Length ? end + 1 : end;
        }
    }
}
