using System.Globalization;

namespace EngagementHub.Plans.Plans;

/// <summary>An area for development or a goal: what a plan's actions stand under. Weights are in percent; none has one, or all together make 100.</summary>
internal sealed record Area(Guid Id, string Title, int Weight)
{
    public const int Most = 30;

    /// <summary>Reads areas as they are typed: one a line, with its weight after a colon where areas weigh differently, as in "Pay and reward: 40". An area that keeps its title keeps its actions.</summary>
    public static IReadOnlyList<Area> Read(string? typed, IReadOnlyList<Area> before)
    {
        List<Area> areas = [.. (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Line(line, before))];
        if (areas.Count is 0 or > Most)
        {
            throw new BrokenRuleException(areas.Count == 0 ? "Enter at least one area, one a line" : $"A plan has up to {Most} areas; there are {areas.Count}", "Areas");
        }

        if (areas.GroupBy(a => a.Title, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new BrokenRuleException($"\"{twice.Key}\" stands there twice", "Areas");
        }

        RefuseUnlessWeighed(areas);
        return areas;
    }

    public static string Write(IEnumerable<Area> areas) => string.Join('\n', areas.Select(a => a.Weight == 0 ? a.Title : $"{a.Title}: {a.Weight}"));

    public static void RefuseUnlessWeighed(IReadOnlyList<Area> areas)
    {
        var sum = areas.Sum(a => a.Weight);
        if (sum != 0 && (sum != 100 || areas.Any(a => a.Weight <= 0)))
        {
            var without = areas.Count(a => a.Weight <= 0);
            throw new BrokenRuleException($"The weights make {sum}%{(without == 0 ? "" : $", and {without} of the areas have none")}. Weigh every area so that they make 100, or none", "Areas");
        }
    }

    private static Area Line(string line, IReadOnlyList<Area> before)
    {
        var colon = line.LastIndexOf(':');
        var (title, weight) = colon > 0 && int.TryParse(line.AsSpan(colon + 1).Trim().TrimEnd('%'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed) ? (line[..colon].Trim(), typed) : (line, 0);
        return weight is < 0 or > 100
            ? throw new BrokenRuleException($"\"{title}\" weighs {weight}. A weight is a percentage from 1 to 100", "Areas")
            : new Area(before.FirstOrDefault(a => string.Equals(a.Title, title, StringComparison.OrdinalIgnoreCase))?.Id ?? Guid.NewGuid(), Stated.OrRefused(title, Stated.Title, "Enter a title before the colon", "Areas"), weight);
    }
}
