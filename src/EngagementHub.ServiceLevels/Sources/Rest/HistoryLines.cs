namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Where a history stands, written as lines such as "items = changelog.histories".</summary>
internal static class HistoryLines
{
    private static readonly (string Name, Func<HistoryRules, string> Get, Func<HistoryRules, string, HistoryRules> Set)[] Parts =
    [
        ("query", rules => rules.Query, (rules, text) => rules with { Query = text }),
        ("items", rules => rules.Items, (rules, text) => rules with { Items = text }),
        ("events", rules => rules.Events, (rules, text) => rules with { Events = text }),
        ("at", rules => rules.At, (rules, text) => rules with { At = text }),
        ("id", rules => rules.Id, (rules, text) => rules with { Id = text }),
        ("from", rules => rules.From, (rules, text) => rules with { From = text }),
        ("to", rules => rules.To, (rules, text) => rules with { To = text }),
        ("order", rules => rules.Order, (rules, text) => rules with { Order = text }),
    ];

    public static string Write(HistoryRules? rules) => rules is null ? "" : string.Join('\n', Parts.Where(part => part.Get(rules).Length > 0).Select(part => $"{part.Name} = {part.Get(rules)}"));

    /// <exception cref="BrokenRuleException">A line is not understood.</exception>
    public static HistoryRules? Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? null : lines.Aggregate(new HistoryRules(), ReadLine);
    }

    private static HistoryRules ReadLine(HistoryRules rules, string line)
    {
        var cut = line.IndexOf('=', StringComparison.Ordinal);
        var name = cut < 0 ? "" : line[..cut].Trim();
        return Parts.FirstOrDefault(part => part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } known
            ? known.Set(rules, line[(cut + 1)..].Trim())
            : throw new BrokenRuleException($"Write \"{line}\" as one of {string.Join(", ", Parts.Select(part => part.Name))}, an equals sign and a path", "History");
    }
}
