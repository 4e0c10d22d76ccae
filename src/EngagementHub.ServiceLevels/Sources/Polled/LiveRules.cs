using System.Text.Json;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>What the statuses, queues and fields of a ticket system mean here. What is not in it is never guessed.</summary>
internal sealed record LiveRules
{
    public const string Queue = "Queue";

    public IReadOnlyList<StatusRule> Statuses { get; init; } = [];

    /// <summary>The first that fits holds.</summary>
    public IReadOnlyList<ServiceRule> Services { get; init; } = [];

    /// <summary>The field whose value is a ticket's category; nothing when there is none.</summary>
    public string Category { get; init; } = "";

    public static LiveRules Of(string json) => JsonSerializer.Deserialize<LiveRules>(json)!;

    public string Json => JsonSerializer.Serialize(new { Statuses, Services, Category });

    public StatusRule? Meaning(string status) => Statuses.FirstOrDefault(rule => Same(rule.Status, status));

    public ServiceRule? Service(IReadOnlyDictionary<string, string> fields) => Services.FirstOrDefault(rule => rule.IsForEvery || fields.Any(field => Same(field.Key, rule.Field) && Same(field.Value, rule.Value)));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a status means to a clock, and why a ticket waits in it.</summary>
internal sealed record StatusRule(string Status, Meaning Means, string Reason)
{
    /// <summary>Reads lines such as "stalled = paused, waiting for the requester".</summary>
    public static IReadOnlyList<StatusRule> Parse(string text) => [.. Lines.Of(text).Select(ParseLine)];

    public override string ToString() => $"{Status} = {Means.ToString().ToLowerInvariant()}{(Reason.Length > 0 ? ", " + Reason : "")}";

    private static StatusRule ParseLine(string line)
    {
        var (status, rest) = Lines.Cut(line) ?? throw new BrokenRuleException($"Write \"{line}\" as a status and its meaning, for example stalled = paused, waiting for the requester", "Statuses");
        var comma = rest.IndexOf(',', StringComparison.Ordinal);
        var (means, reason) = comma < 0 ? (rest, "") : (rest[..comma].Trim(), rest[(comma + 1)..].Trim());
        return Enum.TryParse<Meaning>(means, ignoreCase: true, out var meaning) && !char.IsDigit(means[0])
            ? new StatusRule(status, meaning, reason)
            : throw new BrokenRuleException($"\"{means}\" is not a meaning: choose open, paused, resolved, closed or void", "Statuses");
    }
}

/// <summary>Tickets whose field has a value belong to a service, or to none that is measured.</summary>
internal sealed record ServiceRule(string Field, string Value, string Service)
{
    private const string NotMeasured = "not measured";
    private const string EveryTicket = "every ticket";

    public bool IsMeasured => Service.Length > 0;

    /// <summary>Whether it holds whatever the fields say. It is written by a person and stands behind the others, so that nothing is guessed.</summary>
    public bool IsForEvery => Field.Length == 0;

    /// <summary>Reads lines such as "Queue: IT Requests = new-account", or "every ticket = it-incidents".</summary>
    public static IReadOnlyList<ServiceRule> Parse(string text) => [.. Lines.Of(text).Select(ParseLine)];

    public override string ToString() => $"{(IsForEvery ? EveryTicket : $"{Field}: {Value}")} = {(IsMeasured ? Service : NotMeasured)}";

    private static ServiceRule ParseLine(string line)
    {
        var (left, right) = Lines.Cut(line) ?? throw Unreadable(line);
        var service = Is(right, NotMeasured) ? "" : right;
        return Is(left, EveryTicket) ? new ServiceRule("", "", service)
            : left.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && left[(colon + 1)..].Trim().Length > 0 ? new ServiceRule(left[..colon].Trim(), left[(colon + 1)..].Trim(), service)
            : throw Unreadable(line);
    }

    private static bool Is(string text, string words) => string.Equals(text, words, StringComparison.OrdinalIgnoreCase);

    private static BrokenRuleException Unreadable(string line) => new($"Write \"{line}\" as a field, a colon, its value and a service's short name, for example Queue: IT Requests = new-account", "Services");
}

internal static class Lines
{
    public static string[] Of(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static (string Left, string Right)? Cut(string line) =>
        line.LastIndexOf('=') is > 0 and var cut && line[(cut + 1)..].Trim().Length > 0 ? (line[..cut].Trim(), line[(cut + 1)..].Trim()) : null;
}
