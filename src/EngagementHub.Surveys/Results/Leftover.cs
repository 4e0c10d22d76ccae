namespace EngagementHub.Surveys.Results;

/// <summary>The sums that could not be settled by counting, of groups that hang together. Finds a combination that takes in too few people, or shows that there is none.</summary>
/// <remarks>
/// Two ways, the quick one first. Where the sums can be dealt out into as many hands as people are needed, each of which determines all factors, every combination that is anything at all takes in somebody of each hand.
/// Otherwise each sum in turn either comes to nothing or counts its people, until too many are counted or what is left no longer holds the combination down. Where that takes too long, the combination under which the last hand
/// comes to nothing is taken for a danger: rather one group too many held back than one too few.
/// </remarks>
internal sealed class Leftover
{
    private const int MostSteps = 4_000;
    private const int MostSums = 120;
    private readonly int _fewest;
    private readonly IReadOnlyList<(Factors Sum, int People)> _sums;
    private readonly Dictionary<int, int> _places;
    private int _steps;

    public Leftover(IReadOnlyList<(Factors Sum, int People)> sums, int fewest)
    {
        (_fewest, _sums) = (fewest, sums);
        _places = sums.SelectMany(s => s.Sum.Cells).Distinct().Order().Index().ToDictionary(c => c.Item, c => c.Index);
    }

    /// <summary>For each danger a test whether a group's sum, put in terms of the free factors, takes part in it. Empty when every combination takes in enough people.</summary>
    public IReadOnlyList<Func<Factors, bool>> Dangers()
    {
        var (hands, last) = Deal(_sums);
        if (hands >= _fewest)
        {
            return [];
        }

        if (_sums.Count <= MostSums)
        {
            var found = Find(_sums, [], Rank(_sums), _fewest - 1);
            if (_steps <= MostSteps)
            {
                return found is null ? [] : [TakesPart(found), Any];
            }
        }

        return [.. last.Vanishing().Where(f => _sums.Any(s => Elimination.Counts(s.Sum, f, _places))).Select(TakesPart), Any];
    }

    private bool Any(Factors sum) => sum.Cells.Any(_places.ContainsKey);

    private Func<Factors, bool> TakesPart(ulong[] factors) => sum => Elimination.Counts(sum, factors, _places);

    // Each hand takes one person of as few sums as determine all factors. Gives how many hands are full, and the one that is not.
    private (int Hands, Elimination Last) Deal(IReadOnlyList<(Factors Sum, int People)> sums)
    {
        var (left, rank) = (sums.Select(s => s.People).ToArray(), Rank(sums));
        for (var hands = 0; ; hands++)
        {
            var hand = new Elimination(_places.Count);
            for (var i = 0; i < left.Length && hand.Rank < rank; i++)
            {
                left[i] -= left[i] > 0 && hand.Take(sums[i].Sum, _places) ? 1 : 0;
            }

            if (hand.Rank < rank || hands == _fewest)
            {
                return (hands, hand);
            }
        }
    }

    private int Rank(IEnumerable<(Factors Sum, int People)> sums) => All(sums.Select(s => s.Sum)).Rank;

    private Elimination All(IEnumerable<Factors> sums)
    {
        var all = new Elimination(_places.Count);
        foreach (var sum in sums)
        {
            all.Take(sum, _places);
        }

        return all;
    }

    // A combination that counts at most so many people more, given that some sums come to nothing.
    private ulong[]? Find(IReadOnlyList<(Factors Sum, int People)> open, List<Factors> nothing, int rank, int most)
    {
        if (_steps++ > MostSteps)
        {
            return null;
        }

        var held = All(open.Select(o => o.Sum));
        if (held.Rank < rank)
        {
            var whole = All([.. nothing, .. open.Select(o => o.Sum)]);
            return whole.Vanishing().First(f => _sums.Any(s => Elimination.Counts(s.Sum, f, _places)));
        }

        if (rank == 0 || Deal(open).Hands > most)
        {
            return null;
        }

        var heaviest = open.MaxBy(o => o.People);
        return (rank > 1 ? Find(Without(open, heaviest.Sum), [.. nothing, heaviest.Sum], rank - 1, most) : null)
            ?? (heaviest.People <= most ? Find([.. open.Where(o => o.Sum != heaviest.Sum)], nothing, rank, most - heaviest.People) : null);
    }

    private static List<(Factors Sum, int People)> Without(IEnumerable<(Factors Sum, int People)> open, Factors nothing) =>
        [.. open.Select(o => (Sum: o.Sum.Given(nothing), o.People)).Where(o => !o.Sum.IsNothing).GroupBy(o => o.Sum).Select(g => (g.Key, g.Sum(o => o.People)))];
}
