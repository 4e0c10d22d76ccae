namespace EngagementHub.ServiceLevels.Sources.Json;

/// <summary>Where the fields of a record stand, written as lines such as "ticket = data.issue.key".</summary>
internal static class FieldLines
{
    private static readonly (string Name, Func<MappingRules, string> Get, Func<MappingRules, string, MappingRules> Set)[] Fields =
    [
        ("ticket", rules => rules.Ticket, (rules, path) => rules with { Ticket = path }),
        ("event", rules => rules.Key, (rules, path) => rules with { Key = path }),
        ("at", rules => rules.EventTime, (rules, path) => rules with { EventTime = path }),
        ("order", rules => rules.Order, (rules, path) => rules with { Order = path }),
        ("state", rules => rules.State, (rules, path) => rules with { State = path }),
        ("opened", rules => rules.Opened, (rules, path) => rules with { Opened = path }),
        ("resolved", rules => rules.Resolved, (rules, path) => rules with { Resolved = path }),
        ("category", rules => rules.Category, (rules, path) => rules with { Category = path }),
        ("service", rules => rules.ServiceColumn, (rules, path) => rules with { ServiceColumn = path }),
        ("team", rules => rules.Team, (rules, path) => rules with { Team = path }),
        ("priority", rules => rules.Priority, (rules, path) => rules with { Priority = path }),
        ("reason", rules => rules.Reason, (rules, path) => rules with { Reason = path }),
        ("first response", rules => rules.FirstResponse, (rules, path) => rules with { FirstResponse = path }),
        ("corrects", rules => rules.Corrects, (rules, path) => rules with { Corrects = path }),
    ];

    /// <summary>The shape of an event as docs/webhooks.md describes it.</summary>
    public static JsonShape Own(string zone) => new()
    {
        Records = "data",
        Fields = new MappingRules
        {
            Ticket = "ticket",
            Key = "event",
            EventTime = "at",
            Order = "order",
            State = "state",
            Opened = "opened",
            Category = "category",
            ServiceColumn = "service",
            Team = "team",
            Priority = "priority",
            Reason = "reason",
            FirstResponse = "firstResponse",
            Corrects = "corrects",
            TimeFormat = "year first",
            Zone = zone,
            States = StateRule.Parse("open = open\npaused = paused\nresolved = resolved\nclosed = closed\nvoid = void"),
        },
    };

    public static string Write(MappingRules rules) => string.Join('\n', Fields.Where(field => field.Get(rules).Length > 0).Select(field => $"{field.Name} = {field.Get(rules)}"));

    /// <exception cref="BrokenRuleException">A line is not understood.</exception>
    public static MappingRules Read(string text, MappingRules rules) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(Fields.Aggregate(rules, (all, field) => field.Set(all, "")), ReadLine);

    private static MappingRules ReadLine(MappingRules rules, string line)
    {
        var (name, path) = line.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut ? (line[..cut].Trim(), line[(cut + 1)..].Trim()) : ("", "");
        return Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Name: not null } known && path.Length > 0
            ? known.Set(rules, path)
            : throw new BrokenRuleException($"Write \"{line}\" as one of {string.Join(", ", Fields.Select(field => field.Name))}, an equals sign and a path, for example ticket = data.issue.key", "Fields");
    }
}
