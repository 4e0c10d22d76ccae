namespace EngagementHub.Surveys.Results;

/// <summary>The sums that could not be settled by counting. A few of them are looked through completely.</summary>
internal static class Leftover
{
    private const int MostSums = 14;
    private const int MostFree = 4;

    /// <summary>Whether every combination that is left still takes in enough people. Where that cannot be looked through, it is not taken to be so.</summary>
    public static bool IsSafe(IReadOnlyList<(Factors Sum, int People)> sums, int fewest)
    {
        var all = sums.Sum(s => s.People);
        var free = Independent(sums.Select(s => s.Sum)).Count;
        return all >= fewest && free > 1 && free <= MostFree && sums.Count <= MostSums
            && Choices(sums, free - 1).All(zeroes => all - Vanishing(sums, zeroes) >= fewest);
    }

    // A combination that takes in as few as possible makes as many sums nothing as it can: all those that follow from some independent ones, one fewer than there are factors.
    private static IEnumerable<List<Factors>> Choices(IReadOnlyList<(Factors Sum, int People)> sums, int many, int from = 0)
    {
        if (many == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= sums.Count - many; i++)
        {
            foreach (var rest in Choices(sums, many - 1, i + 1))
            {
                yield return [sums[i].Sum, .. rest];
            }
        }
    }

    private static int Vanishing(IReadOnlyList<(Factors Sum, int People)> sums, List<Factors> zeroes)
    {
        var known = Independent(zeroes);
        return sums.Where(s => Reduced(s.Sum, known).IsNothing).Sum(s => s.People);
    }

    private static List<Factors> Independent(IEnumerable<Factors> sums)
    {
        List<Factors> known = [];
        foreach (var sum in sums)
        {
            if (Reduced(sum, known) is { IsNothing: false } fresh)
            {
                known = [.. known.Select(k => k.Given(fresh)), fresh];
            }
        }

        return known;
    }

    // Each of the known ones was put in terms of those after it, so going through them once is enough.
    private static Factors Reduced(Factors sum, List<Factors> known) => known.Aggregate(sum, (left, k) => left.Given(k));
}
