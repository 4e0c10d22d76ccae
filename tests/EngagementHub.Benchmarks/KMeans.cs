using EngagementHub.Responses.Suggestions;

namespace EngagementHub.Benchmarks;

/// <summary>The usual baseline: k-means on tf-idf, begun by k-means++ (Arthur and Vassilvitskii 2007).</summary>
internal static class KMeans
{
    private const int Rounds = 60;

    public static int[] Groups(Weights weights, int groups, int seed)
    {
        var centres = Begin(weights, groups, new Random(seed));
        var group = new int[weights.Texts];
        for (var round = 0; round < Rounds; round++)
        {
            var next = Enumerable.Range(0, weights.Texts).AsParallel().AsOrdered().Select(t => Nearest(weights, t, centres)).ToArray();
            if (round > 0 && next.SequenceEqual(group))
            {
                break;
            }

            (group, centres) = (next, Centres(weights, next, centres));
        }

        return group;
    }

    private static double[][] Begin(Weights weights, int groups, Random random)
    {
        List<double[]> centres = [Dense(weights, random.Next(weights.Texts))];
        while (centres.Count < groups)
        {
            var far = Enumerable.Range(0, weights.Texts).Select(t => centres.Min(c => Distance(weights, t, c))).ToArray();
            var point = random.NextDouble() * far.Sum();
            var chosen = 0;
            while (chosen < far.Length - 1 && (point -= far[chosen]) > 0)
            {
                chosen++;
            }

            centres.Add(Dense(weights, chosen));
        }

        return [.. centres];
    }

    private static int Nearest(Weights weights, int text, double[][] centres) => Enumerable.Range(0, centres.Length).MinBy(c => Distance(weights, text, centres[c]));

    private static double[][] Centres(Weights weights, int[] group, double[][] before) =>
        [.. before.Select((old, g) => Mean(weights, [.. Enumerable.Range(0, group.Length).Where(t => group[t] == g)]) ?? old)];

    private static double[]? Mean(Weights weights, IReadOnlyList<int> texts)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        var mean = new double[weights.Words.Count];
        foreach (var text in texts)
        {
            for (var j = 0; j < weights.Columns[text].Length; j++)
            {
                mean[weights.Columns[text][j]] += weights.Values[text][j] / texts.Count;
            }
        }

        return mean;
    }

    // |x - c|² = |x|² - 2 x·c + |c|², of which only the words of the text are touched for the middle term.
    private static double Distance(Weights weights, int text, double[] centre)
    {
        var (own, shared) = (0.0, 0.0);
        for (var j = 0; j < weights.Columns[text].Length; j++)
        {
            own += weights.Values[text][j] * weights.Values[text][j];
            shared += weights.Values[text][j] * centre[weights.Columns[text][j]];
        }

        return Math.Max(0, own - (2 * shared) + centre.Sum(v => v * v));
    }

    private static double[] Dense(Weights weights, int text) => Mean(weights, [text])!;
}
