using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.Json;

/// <summary>
/// Where something stands in a JSON text: names and numbers as in <c>data.issue.fields["custom 1"]</c>, every element with <c>[*]</c>, the elements with a
/// value with <c>[?(@.field=="status")]</c>. The beginning <c>$.</c> may be left out. A small part of JSONPath, described in docs/ticket-sources.md.
/// </summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<Step> _steps;

    private JsonPath(IReadOnlyList<Step> steps) => _steps = steps;

    private delegate IEnumerable<JsonElement> Step(JsonElement from);

    /// <exception cref="BrokenRuleException">The path cannot be read.</exception>
    public static JsonPath Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        rest = rest.StartsWith("$") || rest.StartsWith("@") ? rest[1..] : rest;
        List<Step> steps = [];
        while (!rest.IsEmpty)
        {
            rest = rest[0] == '[' ? Bracket(rest, steps, text) : Name(rest, steps, text);
        }

        return new JsonPath(steps);
    }

    public IEnumerable<JsonElement> Find(JsonElement from) => _steps.Aggregate((IEnumerable<JsonElement>)[from], (found, step) => found.SelectMany(element => step(element)));

    /// <summary>What is found, a list taken as its elements.</summary>
    public IEnumerable<JsonElement> FindAll(JsonElement from) => Find(from).SelectMany(found => found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().AsEnumerable() : [found]);

    /// <summary>The first thing found, as text; nothing for null, for what is not there, and for what is no single value.</summary>
    public string? Text(JsonElement from) => Find(from).Select(TextOf).FirstOrDefault(text => text is not null);

    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> rest, List<Step> steps, string path)
    {
        rest = rest[0] == '.' ? rest[1..] : rest;
        var end = rest.IndexOfAny('.', '[') is >= 0 and var found ? found : rest.Length;
        var name = rest[..end].Trim().ToString();
        steps.Add(name.Length == 0 ? throw Unreadable(path) : name == "*" ? Each : Member(name));
        return rest[end..];
    }

    private static ReadOnlySpan<char> Bracket(ReadOnlySpan<char> rest, List<Step> steps, string path)
    {
        var end = EndOfBracket(rest);
        if (end < 0)
        {
            throw Unreadable(path);
        }

        var inside = rest[1..end].Trim();
        steps.Add(inside is "*" ? Each
            : inside.StartsWith("?") ? Those(inside[1..].Trim().TrimStart('(').TrimEnd(')'), path)
            : IsQuoted(inside) ? Member(inside[1..^1].ToString())
            : int.TryParse(inside, out var number) ? Element(number)
            : throw Unreadable(path));
        return rest[(end + 1)..];
    }

    // A bracket inside quotation marks does not close.
    private static int EndOfBracket(ReadOnlySpan<char> rest)
    {
        var quote = '\0';
        for (var at = 1; at < rest.Length; at++)
        {
            if (quote == '\0' && rest[at] == ']')
            {
                return at;
            }

            quote = quote == rest[at] ? '\0' : quote == '\0' && rest[at] is '"' or '\'' && quote == '\0' ? rest[at] : quote;
        }

        return -1;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text) => text.Length >= 2 && text[0] is '"' or '\'' && text[0] == text[^1];

    private static Step Those(ReadOnlySpan<char> condition, string path)
    {
        var equals = condition.IndexOf("==");
        var value = equals < 0 ? default : condition[(equals + 2)..].Trim();
        if (equals < 0 || !IsQuoted(value))
        {
            throw Unreadable(path);
        }

        var (inner, wanted) = (Parse(condition[..equals].ToString()), value[1..^1].ToString());
        return from => Each(from).Where(element => inner.Text(element) == wanted);
    }

    private static IEnumerable<JsonElement> Each(JsonElement from) => from.ValueKind switch
    {
        JsonValueKind.Array => from.EnumerateArray(),
        JsonValueKind.Object => from.EnumerateObject().Select(member => member.Value),
        _ => [],
    };

    private static Step Member(string name) => from => from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? [member] : [];

    private static Step Element(int number) => from => from.ValueKind == JsonValueKind.Array && (number >= 0 ? number : from.GetArrayLength() + number) is var at && at >= 0 && at < from.GetArrayLength() ? [from[at]] : [];

    private static BrokenRuleException Unreadable(string path) => new($"\"{path}\" is no path: write it like data.issue.key, history[*].items or fields[\"due date\"]");
}
