namespace EngagementHub.Responses.Suggestions;

/// <summary>How much each word says about each text: its frequency there against how many texts use it (tf-idf, Salton and Buckley 1988), each text scaled to length one. Rows are sparse, columns in ascending order.</summary>
internal sealed class Weights
{
    // A word in more than half of the texts tells none apart; a word in one text joins none.
    private const double CommonestShare = 0.5;
    private const int FewestTexts = 2;

    private Weights(int[][] columns, double[][] values, IReadOnlyList<string> words) => (Columns, Values, Words) = (columns, values, words);

    public int[][] Columns { get; }

    public double[][] Values { get; }

    /// <summary>The stem that each column stands for.</summary>
    public IReadOnlyList<string> Words { get; }

    public int Texts => Columns.Length;

    public static Weights Of(IReadOnlyList<IReadOnlyList<Word>> texts)
    {
        var uses = texts.SelectMany(t => t.Select(w => w.Stem).Distinct()).CountBy(w => w).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var most = Math.Max(FewestTexts, texts.Count * CommonestShare);
        List<string> words = [.. uses.Where(u => u.Value >= FewestTexts && u.Value <= most).Select(u => u.Key).Order(StringComparer.Ordinal)];
        var column = words.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
        var rarity = words.Select(w => Math.Log((1.0 + texts.Count) / (1.0 + uses[w])) + 1).ToArray();
        var rows = texts.Select(t => RowOf(t, column, rarity)).ToList();
        return new Weights([.. rows.Select(r => r.Columns)], [.. rows.Select(r => r.Values)], words);
    }

    /// <summary>The same with each text widened by its neighbours: short texts on one subject often share no word, but share a neighbour that uses the words of both.</summary>
    public Weights WidenedBy(Neighbours neighbours)
    {
        var rows = Enumerable.Range(0, Texts).Select(i => Widened(i, neighbours)).ToList();
        return new Weights([.. rows.Select(r => r.Columns)], [.. rows.Select(r => r.Values)], Words);
    }

    /// <summary>How like each of these texts is to all of them together: the cosine with the middle of the group.</summary>
    public IEnumerable<(int Text, double Likeness)> LikenessToTheirMiddle(IReadOnlyList<int> texts)
    {
        var middle = new double[Words.Count];
        foreach (var text in texts)
        {
            for (var j = 0; j < Columns[text].Length; j++)
            {
                middle[Columns[text][j]] += Values[text][j];
            }
        }

        var length = Math.Sqrt(middle.Sum(v => v * v));
        return texts.Select(t => (t, length > 0 ? Columns[t].Index().Sum(c => Values[t][c.Index] * middle[c.Item]) / length : 0));
    }

    /// <summary>The texts that use each word: columns as rows.</summary>
    public (int[][] Rows, double[][] Values) Turned()
    {
        var (rows, values) = (Lists<int>(), Lists<double>());
        for (var i = 0; i < Texts; i++)
        {
            for (var j = 0; j < Columns[i].Length; j++)
            {
                rows[Columns[i][j]].Add(i);
                values[Columns[i][j]].Add(Values[i][j]);
            }
        }

        return ([.. rows.Select(r => r.ToArray())], [.. values.Select(v => v.ToArray())]);
    }

    private List<T>[] Lists<T>() => [.. Words.Select(_ => new List<T>())];

    private static (int[] Columns, double[] Values) RowOf(IReadOnlyList<Word> text, Dictionary<string, int> column, double[] rarity)
    {
        var counts = text.Where(w => column.ContainsKey(w.Stem)).CountBy(w => column[w.Stem]).OrderBy(c => c.Key).ToList();
        return ([.. counts.Select(c => c.Key)], Scaled([.. counts.Select(c => (1 + Math.Log(c.Value)) * rarity[c.Key])]));
    }

    private (int[] Columns, double[] Values) Widened(int text, Neighbours neighbours)
    {
        SortedDictionary<int, double> sum = [];
        Add(sum, text, 1);
        var all = neighbours.Likeness[text].Sum();
        for (var n = 0; n < neighbours.Of[text].Length; n++)
        {
            Add(sum, neighbours.Of[text][n], neighbours.Likeness[text][n] / all);
        }

        return ([.. sum.Keys], Scaled([.. sum.Values]));
    }

    private void Add(SortedDictionary<int, double> sum, int text, double share)
    {
        for (var j = 0; j < Columns[text].Length; j++)
        {
            sum[Columns[text][j]] = sum.GetValueOrDefault(Columns[text][j]) + (share * Values[text][j]);
        }
    }

    private static double[] Scaled(double[] values)
    {
        var length = Math.Sqrt(values.Sum(v => v * v));
        return length > 0 ? [.. values.Select(v => v / length)] : values;
    }
}
