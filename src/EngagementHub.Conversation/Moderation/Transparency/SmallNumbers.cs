using System.Globalization;

namespace EngagementHub.Conversation.Moderation.Transparency;

/// <summary>A count as readers may see it: the count, or that it is too small to show, or that it is left out because a small one would follow from it.</summary>
internal readonly record struct Figure(int Count, bool IsSmall, bool IsLeftOut)
{
    public bool IsShown => !IsSmall && !IsLeftOut;

    public override string ToString() => IsSmall ? $"1 to {SmallNumbers.Least - 1}" : IsLeftOut ? "not shown" : Count.ToString("N0", Core.Time.Say.English);

    public string ForFile => IsShown ? Count.ToString(CultureInfo.InvariantCulture) : IsSmall ? $"<{SmallNumbers.Least}" : "";
}

/// <summary>Keeps counts of few people from readers, also those that would follow from a total and its other parts.</summary>
internal static class SmallNumbers
{
    public const int Least = 10;

    public static Figure Of(int count) => new(count, count is > 0 and < Least, false);

    /// <summary>A total and the parts that add up to it.</summary>
    public static (Figure Total, IReadOnlyList<Figure> Parts) Of(IReadOnlyList<int> parts)
    {
        var (total, shown) = (Of(parts.Sum()), parts.Select(Of).ToArray());
        while (total.IsShown && Follows(total.Count, shown))
        {
            var next = Enumerable.Range(0, shown.Length).Where(i => shown[i].IsShown && shown[i].Count > 0).OrderBy(i => shown[i].Count).Cast<int?>().FirstOrDefault();
            if (next is { } i)
            {
                shown[i] = shown[i] with { IsLeftOut = true };
            }
            else
            {
                total = total with { IsLeftOut = true };
            }
        }

        return (total, shown);
    }

    // Whether a reader can work out a hidden part: what is left of the total allows one value only.
    private static bool Follows(int total, Figure[] parts)
    {
        var hidden = parts.Where(p => !p.IsShown).ToList();
        var left = total - parts.Where(p => p.IsShown).Sum(p => p.Count);
        return hidden.Exists(h => h.IsSmall && Math.Max(Lowest(h), left - (hidden.Sum(o => Highest(o, left)) - Highest(h, left))) >= Math.Min(Highest(h, left), left - (hidden.Sum(Lowest) - Lowest(h))));
    }

    private static int Lowest(Figure hidden) => hidden.IsSmall ? 1 : Least;

    private static int Highest(Figure hidden, int left) => hidden.IsSmall ? Least - 1 : Math.Max(Least, left);
}
