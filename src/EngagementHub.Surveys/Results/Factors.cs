using System.Numerics;

namespace EngagementHub.Surveys.Results;

/// <summary>How much a person counts for in a combination of shown groups, as a sum of the groups' factors: "w + u3". Kept in lowest terms, because only whether it is nothing matters.</summary>
internal sealed class Factors : IEquatable<Factors>
{
    private readonly (int Cell, BigInteger Times)[] _parts;
    private readonly int _hash;

    private Factors((int Cell, BigInteger Times)[] parts)
    {
        _parts = parts;
        foreach (var part in parts)
        {
            _hash = HashCode.Combine(_hash, part);
        }
    }

    public bool IsNothing => _parts.Length == 0;

    public IReadOnlyList<(int Cell, BigInteger Times)> Parts => _parts;

    public IEnumerable<int> Cells => _parts.Select(p => p.Cell);

    public int Last => _parts[^1].Cell;

    public static Factors Of(IEnumerable<int> cells) => new([.. cells.Order().Select(c => (c, BigInteger.One))]);

    public bool Has(int cell) => Array.Exists(_parts, p => p.Cell == cell);

    /// <summary>The same when it is known that <paramref name="nothing"/> adds up to nothing: one of its groups is put in terms of the others.</summary>
    public Factors Given(Factors nothing)
    {
        var cell = nothing.Last;
        if (!Has(cell))
        {
            return this;
        }

        var (mine, its) = (Times(cell), nothing.Times(cell));
        SortedDictionary<int, BigInteger> sum = [];
        foreach (var (c, times) in _parts)
        {
            sum[c] = times * its;
        }

        foreach (var (c, times) in nothing._parts)
        {
            sum[c] = sum.GetValueOrDefault(c) - (times * mine);
        }

        return Lowest([.. sum.Where(p => !p.Value.IsZero).Select(p => (p.Key, p.Value))]);
    }

    public bool Equals(Factors? other) => other is not null && _hash == other._hash && _parts.AsSpan().SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as Factors);

    public override int GetHashCode() => _hash;

    private BigInteger Times(int cell) => Array.Find(_parts, p => p.Cell == cell).Times;

    private static Factors Lowest((int Cell, BigInteger Times)[] parts)
    {
        if (parts.Length == 0)
        {
            return new([]);
        }

        var divisor = parts.Aggregate(BigInteger.Zero, (d, p) => BigInteger.GreatestCommonDivisor(d, p.Times)) * parts[0].Times.Sign;
        return new([.. parts.Select(p => (p.Cell, p.Times / divisor))]);
    }
}
