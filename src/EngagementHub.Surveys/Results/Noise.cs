using EngagementHub.Surveys.Answers;

namespace EngagementHub.Surveys.Results;

/// <summary>Whether a difference between two pulse checks is larger than chance alone often makes it.</summary>
/// <remarks>
/// A difference counts when it is more than 1.96 of its standard errors (a two-sided test at the 5% level). For a share this is the test of two proportions, each with its own n.
/// For the index and for a theme the errors of the single items are averaged, which is what they would be if everybody's five answers moved together: the sums that are kept do not tell more, and too large an error only makes
/// us more careful. People who answered both times are taken for two samples; that, too, is on the careful side.
/// </remarks>
internal static class Noise
{
    private const double Twice = 1.96;

    /// <summary>In words, for the pages.</summary>
    public const string Said = "A difference is called a change only when it is larger than chance alone would usually make it. It is worked out before rounding, so it can be a point more or less than the shares shown.";

    /// <summary>For who wants to check it.</summary>
    public const string Method = "A difference counts when it is more than 1.96 times its standard error (two proportions, 5% level).";

    /// <summary>By how many percentage points chance alone can move a share of so many people, at most: 1.96 standard errors of a half. It depends on the number only, so it tells nothing of what they answered.</summary>
    public static int Margin(int people) => (int)Math.Ceiling(100 * Twice * Math.Sqrt(0.25 / people));

    public static bool IsChange(decimal difference, double errorBefore, double errorNow) =>
        (double)Math.Abs(difference) > Twice * Math.Sqrt((errorBefore * errorBefore) + (errorNow * errorNow));

    /// <summary>The standard error of a question's share of positive answers, in percentage points. Where all or none are positive it is that of half a person more or less, so that it is never nothing.</summary>
    public static double OfShare(ReadOnlySpan<int> marks)
    {
        var of = Figures.Of(marks);
        var share = (Figures.Positive(marks) + 0.5) / (of + 1);
        return 100 * Math.Sqrt(share * (1 - share) / of);
    }

    /// <summary>The same averaged over a theme's questions.</summary>
    public static double OfTheme(int[] all, IReadOnlyList<int> items) => items.Average(i => OfShare(Figures.Marks(all, i)));

    /// <summary>The standard error of the index, in points.</summary>
    public static double OfIndex(int[] all, IReadOnlyList<int> items) =>
        items.Average(i => Math.Max(Figures.Spread(Figures.Marks(all, i)), Least) / Math.Sqrt(Figures.Of(Figures.Marks(all, i))));

    // Where everybody chose the same point, chance could still have moved some by one.
    private const double Least = 100d / Tally.Points / 2;
}
