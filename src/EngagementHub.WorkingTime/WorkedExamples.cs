using System.Text;
using System.Text.Json;

namespace EngagementHub.WorkingTime;

/// <summary>What came of checking one worked example: nothing to say, or the difference in a sentence.</summary>
/// <param name="Id">What the file calls it, or its place.</param>
/// <param name="Difference">The difference, or why it cannot be worked out.</param>
public sealed record CheckedExample(string Id, string? Difference)
{
    /// <summary>The line of the file on which it begins.</summary>
    public int Line { get; init; }

    /// <summary>Whether the example itself could not be understood, so that nothing was compared.</summary>
    public bool IsMalformed { get; init; }
}

/// <summary>
/// A file of worked examples of working time: <c>{"vectors":[{"id", "kind", "tz", "week", "holidays", "overrides", "pauses", "start", …}]}</c>, or a single example.
/// See <see cref="WorkedExample"/> for what an example may say.
/// </summary>
public static class WorkedExamples
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Checks every example of a file, in order; by a given calendar when there is one, whatever the examples say of theirs.</summary>
    /// <exception cref="FormatException">The file is not of this form at all; a single bad example is reported as a difference instead.</exception>
    public static IReadOnlyList<CheckedExample> Check(string json, WorkingCalendar? kept = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bytes = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        try
        {
            return [.. Read(bytes).Select((example, place) => CheckOne(example.Json, place, example.Line, kept))];
        }
        catch (JsonException problem)
        {
            throw new FormatException($"The file is not JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Reads one example, by a given calendar when there is one, as it stands in a file's list or as the only one of a file.</summary>
    /// <exception cref="FormatException">It cannot be understood; the sentence says what and how to cure it.</exception>
    public static WorkedExample ReadOne(string json, WorkingCalendar? kept = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var (example, _) = Read(Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'))).First();
            return WorkedExample.Read(example, kept);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new FormatException($"This is not a worked example: {problem.Message}", problem);
        }
    }

    private static CheckedExample CheckOne(JsonElement example, int place, int line, WorkingCalendar? kept)
    {
        var id = example.ValueKind == JsonValueKind.Object && example.TryGetProperty("id", out var given) && given.ToString() is { Length: > 0 } name ? name : $"example {place + 1}";
        try
        {
            return new(id, WorkedExample.Read(example, kept).Difference) { Line = line };
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return new(id, $"cannot be worked out: {problem.Message}") { Line = line, IsMalformed = true };
        }
    }

    private static List<(JsonElement Json, int Line)> Read(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        var lines = new Lines(bytes);
        while (reader.Read() && reader.CurrentDepth <= 1)
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            if (reader.ValueTextEquals("kind"))
            {
                return [(JsonDocument.Parse(bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement, 1)];
            }

            var isList = reader.ValueTextEquals("vectors");
            if (isList && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                return Examples(ref reader, lines);
            }

            reader.Skip();
        }

        throw new FormatException("The file has no list called \"vectors\"");
    }

    private static List<(JsonElement Json, int Line)> Examples(ref Utf8JsonReader reader, Lines lines)
    {
        List<(JsonElement, int)> examples = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = lines.At(reader.TokenStartIndex);
            examples.Add((JsonElement.ParseValue(ref reader), line));
        }

        while (reader.Read())
        {
            // What follows the list must be JSON too.
        }

        return examples;
    }

    private sealed class Lines(byte[] bytes)
    {
        private long _counted;
        private int _line = 1;

        public int At(long place)
        {
            for (; _counted < place; _counted++)
            {
                _line += bytes[_counted] == '\n' ? 1 : 0;
            }

            return _line;
        }
    }
}
