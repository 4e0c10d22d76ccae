using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EngagementHub.Core.Time;

namespace EngagementHub.Records.People;

/// <summary>A kept record as somebody reads it who knows nothing of tables: labels of words, days and times as they are said, numbers cut short, nothing that is empty.</summary>
internal static partial class KeptWords
{
    public static IEnumerable<(string Label, string Value)> Of(JsonObject record, string zone) =>
        from part in record
        where !(part.Key == "Html" && record.ContainsKey("Text")) // the same words again, as they are drawn
        let value = Said(part.Value, zone)
        where value.Length > 0
        select (Label(part.Key), value);

    /// <summary>"SignedName" as "Signed name".</summary>
    internal static string Label(string name) => name == "Id" ? "Number" : Capital(WordStart().Replace(name, " $0").ToLowerInvariant());

    private static string Said(JsonNode? value, string zone) => value switch
    {
        null => "",
        JsonArray list => string.Join("\n", list.Select(one => Said(one, zone)).Where(said => said.Length > 0)),
        JsonObject inner => string.Join("; ", Of(inner, zone).Select(part => $"{part.Label}: {part.Value}")),
        JsonValue one when one.GetValueKind() == JsonValueKind.String => Said(one.GetValue<string>(), zone),
        _ => value.GetValueKind() switch { JsonValueKind.True => "Yes", JsonValueKind.False => "No", _ => value.ToJsonString() },
    };

    private static string Said(string text, string zone) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Say.Day(day)
        : Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Say.Moment(at, zone)
        : Number().Replace(text, "$1…");

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Instant();

    // Only what is nothing but a number or the name of a thing: words that somebody wrote stay as they wrote them.
    [GeneratedRegex(@"(?<=\A(?:[a-z]+\.[a-z-]+/)?)([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\z")]
    private static partial Regex Number();
}
