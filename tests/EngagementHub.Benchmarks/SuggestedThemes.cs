using System.Diagnostics;
using System.Globalization;
using EngagementHub.Responses.Suggestions;

namespace EngagementHub.Benchmarks;

/// <summary>How well suggested themes find the groups that people made, and how long that takes, beside k-means on the same word weights.</summary>
/// <remarks>Each file: a heading line, then label, tab, text. Ours lies with the tests; <c>themes-from-debian.sh</c> makes others from the descriptions and sections of Debian's packages.</remarks>
internal static class SuggestedThemes
{
    private const int BaselineStarts = 10;

    public static void Measure(IReadOnlyList<string> files)
    {
        Console.WriteLine("texts  labels  suggested: agreement, ms   k-means (mean of 10 starts): agreement, ms   file");
        foreach (var file in files.DefaultIfEmpty("tests/EngagementHub.Tests/Responses/data/hr-comments.tsv"))
        {
            Measure(file);
        }
    }

    private static void Measure(string file)
    {
        var rows = File.ReadAllLines(file).Skip(1).Select(l => l.Split('\t', 2)).ToList();
        var labels = rows.Select(r => Array.IndexOf([.. rows.Select(x => x[0]).Distinct()], r[0])).ToArray();
        List<string> texts = [.. rows.Select(r => r[1])];
        var groups = labels.Max() + 1;
        _ = ThemeSuggestions.GroupsOf(texts[..Math.Min(50, texts.Count)], groups);
        var (suggested, time) = Timed(() => ThemeSuggestions.GroupsOf(texts, groups));
        var weights = Weights.Of([.. texts.Select(Vocabulary.Of)]);
        var starts = Enumerable.Range(1, BaselineStarts).Select(seed => Timed(() => KMeans.Groups(weights, groups, seed))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{texts.Count,5}  {groups,6}  {Agreement(labels, suggested),20:F3} {time,5:F0}   {starts.Average(s => Agreement(labels, s.Result)),37:F3} {starts.Average(s => s.Milliseconds),5:F0}   {Path.GetFileName(file)}"));
    }

    /// <summary>Normalised mutual information, by the arithmetic mean of both entropies (Strehl and Ghosh 2002; the default of scikit-learn): 0 for chance, 1 for the same groups.</summary>
    public static double Agreement(int[] a, int[] b)
    {
        var (inA, inB) = (Shares(a), Shares(b));
        var shared = a.Zip(b).CountBy(p => p).Sum(p => (double)p.Value / a.Length * Math.Log((double)p.Value / a.Length / (inA[p.Key.First] * inB[p.Key.Second])));
        var entropies = Entropy(inA.Values) + Entropy(inB.Values);
        return entropies == 0 ? 1 : 2 * shared / entropies;
    }

    private static Dictionary<int, double> Shares(int[] groups) => groups.CountBy(g => g).ToDictionary(g => g.Key, g => (double)g.Value / groups.Length);

    private static double Entropy(IEnumerable<double> shares) => -shares.Sum(s => s * Math.Log(s));

    private static (int[] Result, double Milliseconds) Timed(Func<int[]> work)
    {
        var watch = Stopwatch.StartNew();
        return (work(), watch.Elapsed.TotalMilliseconds);
    }
}
