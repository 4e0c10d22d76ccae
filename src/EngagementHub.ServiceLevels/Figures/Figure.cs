using EngagementHub.ServiceLevels.Kept;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>How many of what, never a percentage alone: those in time, those not, and those still open and already late, which count as missed.</summary>
internal sealed record Figure(int Met, int Missed, int OpenAndLate, int NotYetDue, int Void)
{
    /// <summary>With fewer than this a percentage says nothing.</summary>
    public const int Enough = 20;

    /// <summary>How long those took that are done.</summary>
    public Spread Spread { get; init; } = Spread.Empty;

    /// <summary>Working and paused seconds of those done, and how many of them were reopened.</summary>
    public Tally Sums { get; init; }

    public int N => Met + Missed + OpenAndLate;

    public bool IsEnough => N >= Enough;

    public decimal? Percent => N == 0 ? null : 100m * Met / N;

    /// <summary>What the share would be if what was left out as void counted as missed, so that everyone sees what leaving it out does.</summary>
    public decimal? PercentWithVoid => N + Void == 0 ? null : 100m * Met / (N + Void);

    /// <summary>Working days from receipt to completion, of those completed; hours where the level promises hours.</summary>
    public decimal? Average => Spread.Average;

    public decimal? Median => Spread.Median;

    /// <summary>Nine in ten took this long or less.</summary>
    public int? NineInTen => Spread.NineInTen;

    public int Completed => (int)Spread.Count;

    /// <summary>Of the time between receipt and completion, the share in which it waited for the requester.</summary>
    public decimal? PauseShare => Sums.Worked + Sums.Paused == 0 ? null : 100m * Sums.Paused / (Sums.Worked + Sums.Paused);

    public decimal? ReopenRate => Spread.Count == 0 ? null : 100m * Sums.Reopened / Spread.Count;

    public static Figure Counted(int right, int of) => new(right, of - right, 0, 0, 0);

    /// <summary>Of sums, less what is not to be counted yet.</summary>
    public static Figure Of(IEnumerable<KeyValuePair<TallyKey, Tally>> sums, IEnumerable<KeyValuePair<TallyKey, Tally>> notYet)
    {
        var (counts, lengths, done) = (new long[4], new Dictionary<int, long>(), default(Tally));
        Count(sums, 1);
        Count(notYet, -1);
        return new Figure((int)counts[(int)Outcome.Met], (int)counts[(int)Outcome.Missed], (int)counts[(int)Outcome.Open], 0, (int)counts[(int)Outcome.Void]) { Spread = new Spread(lengths), Sums = done };

        void Count(IEnumerable<KeyValuePair<TallyKey, Tally>> some, int sign)
        {
            foreach (var (key, tally) in some)
            {
                counts[(int)key.Outcome] += sign * tally.Count;
                if (key.Outcome is Outcome.Met or Outcome.Missed)
                {
                    lengths[key.Length] = lengths.GetValueOrDefault(key.Length) + (sign * tally.Count);
                    done.Add(tally, sign);
                }
            }
        }
    }
}
