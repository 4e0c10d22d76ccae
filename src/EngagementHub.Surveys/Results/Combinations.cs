namespace EngagementHub.Surveys.Results;

/// <summary>All that can be worked out by adding and taking away shown groups, in whatever multiples. Answers one question: can any of it come down to fewer people than may be shown?</summary>
/// <remarks>
/// A combination gives each shown group a factor; a person counts for the sum of the factors of the groups she is in. Suppose a combination comes down to fewer than the threshold.
/// Then any sum that holds for as many people as the threshold must be nothing, which puts one factor in terms of others; with that, people with different sums may turn out to have the same one. When all
/// sums come to nothing there is no such combination. What is left hangs together in knots, each of which is looked at by itself.
/// </remarks>
internal sealed class Combinations
{
    private readonly int _fewest;
    private readonly Dictionary<Factors, int> _people = [];
    private readonly Factors[] _cells;

    /// <param name="cells">How many groups there are.</param>
    /// <param name="patterns">For each kind of person the groups she is in, and how many such people there are.</param>
    /// <param name="fewest">The smallest number of people of whom something may be known.</param>
    public Combinations(int cells, IEnumerable<(IReadOnlyList<int> Cells, int People)> patterns, int fewest)
    {
        _fewest = fewest;
        _cells = [.. Enumerable.Range(0, cells).Select(c => Factors.Of([c]))];
        foreach (var (groups, people) in patterns)
        {
            Add(Factors.Of(groups), people);
        }

        Settle();
    }

    /// <summary>For each combination that may come down to too few: the groups that take part in it, the surest first. Empty when there is none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Dangers()
    {
        List<IReadOnlyList<int>> dangers = [];
        foreach (var takesPart in Knots().SelectMany(k => new Leftover(k, _fewest).Dangers()))
        {
            dangers.Add([.. Enumerable.Range(0, _cells.Length).Where(c => takesPart(_cells[c]))]);
        }

        return dangers;
    }

    private void Settle()
    {
        while (_people.FirstOrDefault(p => p.Value >= _fewest).Key is { } nothing)
        {
            _people.Remove(nothing);
            foreach (var (sum, people) in _people.Where(p => p.Key.Has(nothing.Last)).ToList())
            {
                _people.Remove(sum);
                Add(sum.Given(nothing), people);
            }

            for (var c = 0; c < _cells.Length; c++)
            {
                _cells[c] = _cells[c].Given(nothing);
            }
        }
    }

    private void Add(Factors sum, int people)
    {
        if (!sum.IsNothing)
        {
            _people[sum] = _people.GetValueOrDefault(sum) + people;
        }
    }

    // Sums that share a factor hang together; what does not hang together can be looked at apart.
    private List<List<(Factors Sum, int People)>> Knots()
    {
        List<(HashSet<int> Free, List<(Factors Sum, int People)> Sums)> knots = [];
        foreach (var (sum, people) in _people)
        {
            var touching = knots.Where(k => sum.Cells.Any(k.Free.Contains)).ToList();
            knots.RemoveAll(touching.Contains);
            knots.Add(([.. sum.Cells, .. touching.SelectMany(k => k.Free)], [(sum, people), .. touching.SelectMany(k => k.Sums)]));
        }

        return [.. knots.Select(k => k.Sums)];
    }
}
