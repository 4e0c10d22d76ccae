namespace EngagementHub.Responses.Suggestions;

/// <summary>For each text the few others most like it (the cosine of their weights), both ways: who is somebody's neighbour has them as a neighbour.</summary>
internal sealed record Neighbours(int[][] Of, double[][] Likeness)
{
    private const int Nearest = 8;

    public static Neighbours Find(Weights weights)
    {
        var (texts, values) = weights.Turned();
        var nearest = new (int Text, double Likeness)[weights.Texts][];
        Parallel.For(0, weights.Texts, i => nearest[i] = NearestTo(i, weights, texts, values));
        var both = nearest.Select(_ => new SortedDictionary<int, double>()).ToArray();
        for (var i = 0; i < nearest.Length; i++)
        {
            foreach (var (other, likeness) in nearest[i])
            {
                (both[i][other], both[other][i]) = (likeness, likeness);
            }
        }

        return new Neighbours([.. both.Select(b => b.Keys.ToArray())], [.. both.Select(b => b.Values.ToArray())]);
    }

    private static (int Text, double Likeness)[] NearestTo(int text, Weights weights, int[][] texts, double[][] values)
    {
        Dictionary<int, double> likeness = [];
        for (var j = 0; j < weights.Columns[text].Length; j++)
        {
            var (column, own) = (weights.Columns[text][j], weights.Values[text][j]);
            for (var n = 0; n < texts[column].Length; n++)
            {
                likeness[texts[column][n]] = likeness.GetValueOrDefault(texts[column][n]) + (own * values[column][n]);
            }
        }

        likeness.Remove(text);
        return [.. likeness.OrderByDescending(l => l.Value).ThenBy(l => l.Key).Take(Nearest).Select(l => (l.Key, l.Value))];
    }
}
