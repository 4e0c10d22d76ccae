using EngagementHub.Surveys.Answers;

namespace EngagementHub.Surveys.Results;

/// <summary>The arithmetic of results. Nothing is rounded here: what is shown is rounded last.</summary>
internal static class Figures
{
    /// <summary>How many of the answers to a question agree or strongly agree.</summary>
    public static int Positive(ReadOnlySpan<int> marks) => marks[3] + marks[4];

    public static int Neutral(ReadOnlySpan<int> marks) => marks[2];

    public static int Negative(ReadOnlySpan<int> marks) => marks[0] + marks[1];

    public static int Of(ReadOnlySpan<int> marks)
    {
        var all = 0;
        foreach (var mark in marks)
        {
            all += mark;
        }

        return all;
    }

    /// <summary>The marks of one question.</summary>
    public static ReadOnlySpan<int> Marks(int[] all, int question) => all.AsSpan(question * Tally.Points, Tally.Points);

    /// <summary>The engagement index as the Civil Service computes it: strongly disagree 0, disagree 25, neither 50, agree 75, strongly agree 100, each person's mean over the five items, and the mean of those.</summary>
    /// <remarks>Everybody answers all five, so the mean of the persons' means is the mean of the items' means, and no person's own mean has to be stored.</remarks>
    public static decimal? Index(int[] all, IReadOnlyList<int> items)
    {
        if (items.Count != 5 || Of(Marks(all, items[0])) == 0)
        {
            return null;
        }

        return items.Average(i => Mean(Marks(all, i)));
    }

    /// <summary>A theme's score: the mean of its questions' shares of positive answers, in percent.</summary>
    public static decimal? Theme(int[] all, IReadOnlyList<int> items) => items.Count == 0 || Of(Marks(all, items[0])) == 0
        ? null
        : items.Average(i => 100m * Positive(Marks(all, i)) / Of(Marks(all, i)));

    /// <summary>The mean of one item on 0, 25, 50, 75, 100.</summary>
    public static decimal Mean(ReadOnlySpan<int> marks) => 25m * Points(marks) / Of(marks);

    /// <summary>How far the answers to one item lie apart, as a standard deviation on 0 to 100.</summary>
    public static double Spread(ReadOnlySpan<int> marks)
    {
        var (mean, sum) = ((double)Mean(marks), 0d);
        for (var point = 0; point < Tally.Points; point++)
        {
            sum += marks[point] * Math.Pow((25 * point) - mean, 2);
        }

        return Math.Sqrt(sum / Of(marks));
    }

    /// <summary>From one exact figure to another, rounded last: 74.636 and then 75.436 are shown as 75, 75 and +1.</summary>
    public static int Change(decimal before, decimal now) => (int)Math.Round(now - before, MidpointRounding.AwayFromZero);

    /// <summary>What the answers come to when strongly disagree counts 0 and strongly agree 4.</summary>
    public static int Points(ReadOnlySpan<int> marks) => marks[1] + (2 * marks[2]) + (3 * marks[3]) + (4 * marks[4]);
}
