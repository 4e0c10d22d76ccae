namespace EngagementHub.Responses.Suggestions;

/// <summary>Non-negative matrix factorisation of the weights: how strongly each text belongs to each group, and each word to each group, so that their product comes as near to the weights as it can.</summary>
/// <remarks>Lee and Seung, Nature 401 (1999), solved by hierarchical alternating least squares (Cichocki and Phan, 2009). Several fixed starts, the best kept: the same texts always give the same groups.</remarks>
internal sealed class Factors
{
    private const int Starts = 4;
    private const int Rounds = 120;
    private const double Least = 1e-12;

    private readonly double[][] _texts;
    private readonly double[][] _words;
    private double[]? _textSizes;
    private double[]? _wordSizes;

    private Factors(double[][] texts, double[][] words) => (_texts, _words) = (texts, words);

    public static Factors Of(Weights weights, int groups)
    {
        var turned = weights.Turned();
        return Enumerable.Range(1, Starts).Select(seed => Start(weights, turned, groups, seed)).MinBy(f => f.DistanceFrom(weights))!;
    }

    /// <summary>The group a text belongs to most.</summary>
    public int GroupOf(int text)
    {
        var belongs = _texts[text].Select((w, g) => w * Size(_words, g)).ToArray();
        return Array.IndexOf(belongs, belongs.Max());
    }

    /// <summary>How strongly a word stands for a group rather than for the others.</summary>
    public double Stands(int word, int group)
    {
        var here = _words[word][group] * Size(_texts, group);
        var all = _words[word].Select((w, g) => w * Size(_texts, g)).Sum();
        return all > 0 ? here * here / all : 0;
    }

    private static Factors Start(Weights weights, (int[][] Rows, double[][] Values) turned, int groups, int seed)
    {
        // A seeded generator gives the same numbers on every machine (System.Random keeps its algorithm for a given seed).
        var random = new Random(seed);
        var factors = new Factors(Filled(weights.Texts, groups, random), Filled(weights.Words.Count, groups, random));
        for (var round = 0; round < Rounds; round++)
        {
            Improve(factors._texts, factors._words, weights.Columns, weights.Values);
            Improve(factors._words, factors._texts, turned.Rows, turned.Values);
        }

        return factors;
    }

    private static double[][] Filled(int rows, int groups, Random random) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, groups).Select(_ => (random.NextDouble() * 0.1) + 1e-3).ToArray())];

    // One pass of least squares for each row, holding the other side still. Rows do not see each other, so the order of the threads cannot matter.
    private static void Improve(double[][] rows, double[][] others, int[][] columns, double[][] values)
    {
        var groups = rows.Length > 0 ? rows[0].Length : 0;
        var products = Products(others, groups);
        Parallel.For(0, rows.Length, i =>
        {
            var (row, wanted) = (rows[i], new double[groups]);
            for (var j = 0; j < columns[i].Length; j++)
            {
                AddTimes(wanted, others[columns[i][j]], values[i][j]);
            }

            for (var g = 0; g < groups; g++)
            {
                row[g] = Math.Max(Least, row[g] + ((wanted[g] - Dot(row, products[g])) / Math.Max(products[g][g], 1e-9)));
            }
        });
    }

    private static double[][] Products(double[][] rows, int groups)
    {
        var products = Enumerable.Range(0, groups).Select(_ => new double[groups]).ToArray();
        foreach (var row in rows)
        {
            for (var g = 0; g < groups; g++)
            {
                AddTimes(products[g], row, row[g]);
            }
        }

        return products;
    }

    // The squared distance but for the size of the weights, which is the same for every start.
    private double DistanceFrom(Weights weights)
    {
        var groups = _texts[0].Length;
        var (ofTexts, ofWords) = (Products(_texts, groups), Products(_words, groups));
        var own = ofTexts.Index().Sum(g => Dot(g.Item, ofWords[g.Index]));
        var shared = 0.0;
        for (var i = 0; i < weights.Texts; i++)
        {
            for (var j = 0; j < weights.Columns[i].Length; j++)
            {
                shared += weights.Values[i][j] * Dot(_texts[i], _words[weights.Columns[i][j]]);
            }
        }

        return own - (2 * shared);
    }

    private double Size(double[][] rows, int group)
    {
        var sizes = ReferenceEquals(rows, _texts) ? _textSizes ??= Sizes(rows) : _wordSizes ??= Sizes(rows);
        return sizes[group];
    }

    private static double[] Sizes(double[][] rows) =>
        rows.Length == 0 ? [] : [.. Enumerable.Range(0, rows[0].Length).Select(g => Math.Sqrt(rows.Sum(r => r[g] * r[g])))];

    private static void AddTimes(double[] sum, double[] row, double times)
    {
        for (var g = 0; g < sum.Length; g++)
        {
            sum[g] += times * row[g];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var g = 0; g < a.Length; g++)
        {
            sum += a[g] * b[g];
        }

        return sum;
    }
}
