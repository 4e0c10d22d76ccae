using System.Text.Json;
using System.Text.RegularExpressions;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A pattern that makes a comment wait for a person. A rule holds; it never declines.</summary>
internal sealed record HoldRule(string Name, string Pattern);

/// <summary>Where a rule found something.</summary>
internal sealed record HeldSpan(string Rule, int Start, int Length);

/// <summary>The rules that hold comments, read from hold-rules.json.</summary>
internal sealed class HoldRules
{
    // Linear in the text's length, whatever is typed.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Made when the first comment is read: two megabytes for as long as the hub runs.
    private readonly (string Name, Lazy<Regex> Pattern)[] _rules;

    public HoldRules(IEnumerable<HoldRule> rules) => _rules = [.. rules.Select(r => (r.Name, new Lazy<Regex>(() => new Regex(r.Pattern, Options))))];

    public IEnumerable<string> Names => _rules.Select(r => r.Name);

    public static HoldRules Load()
    {
        using var file = typeof(HoldRules).Assembly.GetManifestResourceStream("hold-rules.json")!;
        return new HoldRules(JsonSerializer.Deserialize<List<HoldRule>>(file, JsonSerializerOptions.Web)!);
    }

    public IReadOnlyList<HeldSpan> In(string text) =>
        [.. _rules.SelectMany(rule => rule.Pattern.Value.Matches(text).Select(m => new HeldSpan(rule.Name, m.Index, m.Length))).OrderBy(s => s.Start).ThenByDescending(s => s.Length)];
}
