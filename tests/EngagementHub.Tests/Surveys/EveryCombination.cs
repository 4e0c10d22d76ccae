namespace EngagementHub.Tests.Surveys;

/// <summary>The slow and certain way: goes through every set of few people and asks by exact elimination whether some combination of the shown groups leaves those people and nobody else.</summary>
internal static class EveryCombination
{
    private const long Prime = int.MaxValue;

    /// <param name="cells">For each shown group, which of the people are in it.</param>
    /// <param name="people">How many people there are.</param>
    /// <param name="fewest">How many a combination must take in at least, if it takes in anybody.</param>
    public static bool ComesDownToTooFew(IReadOnlyList<IReadOnlySet<int>> cells, int people, int fewest)
    {
        var all = Rank(cells, Enumerable.Range(0, people));
        return Sets(people, fewest - 1).Any(few => Rank(cells, Enumerable.Range(0, people).Except(few)) < all);
    }

    private static IEnumerable<List<int>> Sets(int people, int most, int from = 0)
    {
        for (var first = from; most > 0 && first < people; first++)
        {
            yield return [first];
            foreach (var rest in Sets(people, most - 1, first + 1))
            {
                yield return [first, .. rest];
            }
        }
    }

    // Reckoned modulo a prime: by Hadamard's bound no determinant of zeroes and ones of up to twenty rows is larger than a hundred million, so none of them becomes nothing by it.
    private static int Rank(IReadOnlyList<IReadOnlySet<int>> cells, IEnumerable<int> people)
    {
        var rows = cells.Select(c => people.Select(p => c.Contains(p) ? 1L : 0L).ToArray()).ToList();
        var rank = 0;
        for (var column = 0; rows.Count > 0 && column < rows[0].Length; column++)
        {
            if (rows.Find(r => r[column] != 0) is { } pivot)
            {
                rows.Remove(pivot);
                rows.ForEach(r => Clear(r, pivot, column));
                rank++;
            }
        }

        return rank;
    }

    private static void Clear(long[] row, long[] pivot, int column)
    {
        var (mine, its) = (row[column], pivot[column]);
        for (var i = column; mine != 0 && i < row.Length; i++)
        {
            row[i] = ((row[i] * its) - (pivot[i] * mine)) % Prime;
        }
    }
}
