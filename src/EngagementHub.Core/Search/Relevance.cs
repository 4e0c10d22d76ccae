namespace EngagementHub.Core.Search;

/// <summary>Puts candidates in order: words in the title count most, rare words more than common ones, words that stand together more than scattered ones (after BM25, with the candidates as the collection).</summary>
internal sealed class Relevance(SearchQuery query)
{
    private const double InTitle = 4;
    private const double Saturation = 1.2;
    private const double LengthCounts = 0.6;

    private readonly Term? _together = query.Wanted.Count > 1 && query.Wanted.All(c => c is [{ IsBeginning: false }])
        ? new([.. query.Terms.SelectMany(t => t.Stems)], false)
        : null;

    public IReadOnlyList<long> Order(IReadOnlyList<Candidate> candidates)
    {
        Term[] terms = [.. query.Terms];
        var found = candidates.Select(c => (Candidate: c, Counts: Array.ConvertAll(terms, t => (Title: Count(c.Title, t), Text: Count(c.Text, t))))).ToList();
        var rarity = terms.Select((_, i) => Math.Log(1 + ((candidates.Count + 0.5) / (found.Count(f => f.Counts[i] is not (0, 0)) + 0.5)))).ToArray();
        var usual = Math.Max(1, candidates.Average(c => (double?)c.Text.Length) ?? 1);
        return
        [
            .. found.Select(f => (f.Candidate.Id, Score: f.Counts.Select((count, i) => rarity[i] * Weight(count, f.Candidate.Text.Length / usual)).Sum() + Bonus(f.Candidate)))
                .OrderByDescending(f => f.Score).ThenByDescending(f => f.Id).Select(f => f.Id),
        ];
    }

    private static double Weight((int Title, int Text) count, double length) =>
        (count.Title > 0 ? InTitle : 0) + (count.Text * (Saturation + 1) / (count.Text + (Saturation * (1 - LengthCounts + (LengthCounts * length)))));

    private double Bonus(Candidate candidate) => _together is null ? 0 : (Count(candidate.Title, _together) > 0 ? 4 : 0) + (Count(candidate.Text, _together) > 0 ? 2 : 0);

    private static int Count(string words, Term term)
    {
        var (count, wanted) = (0, term.Words);
        for (var at = words.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = words.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            count += (at == 0 || words[at - 1] == ' ') && (term.IsBeginning || end == words.Length || words[end] == ' ') ? 1 : 0;
        }

        return count;
    }
}
