namespace EngagementHub.Surveys.Results;

/// <summary>Finds out which sums follow from others, by elimination modulo a large prime. What is independent modulo a prime is independent; that something dependent modulo 2^61-1 was independent is not to be expected in the life of the hub.</summary>
internal sealed class Elimination(int width)
{
    private const ulong Prime = (1UL << 61) - 1;
    private readonly Dictionary<int, (int[] Cells, ulong[] Values)> _rows = [];
    private readonly ulong[] _scratch = new ulong[width];

    public int Rank => _rows.Count;

    /// <summary>Takes the sum in, unless it follows from those before it.</summary>
    public bool Take(Factors sum, IReadOnlyDictionary<int, int> places)
    {
        Array.Clear(_scratch);
        var last = 0;
        foreach (var (cell, times) in sum.Parts)
        {
            last = Math.Max(last, places[cell]);
            _scratch[places[cell]] = (ulong)(((times % Prime) + Prime) % Prime);
        }

        for (var column = last; column >= 0; column--)
        {
            if (_scratch[column] == 0)
            {
                continue;
            }

            if (!_rows.TryGetValue(column, out var row))
            {
                _rows[column] = Scaled(column);
                return true;
            }

            TakeAway(row, Prime - _scratch[column]);
        }

        return false;
    }

    /// <summary>Combinations under which everything that was taken in comes to nothing: one for each column that is free.</summary>
    public IEnumerable<ulong[]> Vanishing()
    {
        foreach (var free in Enumerable.Range(0, width).Where(c => !_rows.ContainsKey(c)))
        {
            var factors = new ulong[width];
            factors[free] = 1;
            foreach (var (column, (cells, values)) in _rows.OrderBy(r => r.Key))
            {
                var sum = 0UL;
                for (var i = 0; i < cells.Length; i++)
                {
                    sum = cells[i] == column ? sum : Add(sum, Multiply(values[i], factors[cells[i]]));
                }

                factors[column] = sum == 0 ? 0 : Prime - sum;
            }

            yield return factors;
        }
    }

    /// <summary>Whether the sum comes to something under a combination.</summary>
    public static bool Counts(Factors sum, ulong[] factors, IReadOnlyDictionary<int, int> places) =>
        sum.Parts.Where(p => places.ContainsKey(p.Cell)).Aggregate(0UL, (all, p) => Add(all, Multiply((ulong)(((p.Times % Prime) + Prime) % Prime), factors[places[p.Cell]]))) != 0;

    // Each row ends at its own column with one; what stands before it is free or belongs to rows of earlier columns.
    private (int[] Cells, ulong[] Values) Scaled(int column)
    {
        var inverse = Power(_scratch[column], Prime - 2);
        int[] cells = [.. Enumerable.Range(0, column + 1).Where(c => _scratch[c] != 0)];
        return (cells, [.. cells.Select(c => Multiply(_scratch[c], inverse))]);
    }

    private void TakeAway((int[] Cells, ulong[] Values) row, ulong times)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            ref var place = ref _scratch[row.Cells[i]];
            place = Add(place, Multiply(row.Values[i], times));
        }
    }

    private static ulong Add(ulong a, ulong b) => a + b is var sum && sum >= Prime ? sum - Prime : sum;

    private static ulong Multiply(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return Add(low & Prime, (high << 3) | (low >> 61));
    }

    private static ulong Power(ulong number, ulong exponent)
    {
        var power = 1UL;
        for (; exponent > 0; exponent >>= 1, number = Multiply(number, number))
        {
            power = (exponent & 1) == 1 ? Multiply(power, number) : power;
        }

        return power;
    }
}
