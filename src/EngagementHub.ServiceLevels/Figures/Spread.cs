namespace EngagementHub.ServiceLevels.Figures;

/// <summary>How long things took, as counts of whole units, from which average, median and any share follow exactly.</summary>
internal sealed class Spread
{
    private readonly (int Length, long Count)[] _counts;

    public Spread(IEnumerable<KeyValuePair<int, long>> counts)
    {
        _counts = [.. counts.Where(count => count.Value > 0).OrderBy(count => count.Key).Select(count => (count.Key, count.Value))];
        Count = _counts.Sum(count => count.Count);
    }

    public static Spread Empty { get; } = new([]);

    public long Count { get; }

    /// <summary>In order of length; lengths that did not occur are missing.</summary>
    public IReadOnlyList<(int Length, long Count)> Counts => _counts;

    public decimal? Average => Count == 0 ? null : (decimal)_counts.Sum(count => count.Length * count.Count) / Count;

    public decimal? Median => Count == 0 ? null : (At((Count - 1) / 2) + At(Count / 2)) / 2m;

    /// <summary>Nine in ten took this long or less.</summary>
    public int? NineInTen => Count == 0 ? null : At((((Count * 9) + 9) / 10) - 1);

    private int At(long place)
    {
        foreach (var (length, count) in _counts)
        {
            if (place < count)
            {
                return length;
            }

            place -= count;
        }

        return _counts[^1].Length;
    }
}
