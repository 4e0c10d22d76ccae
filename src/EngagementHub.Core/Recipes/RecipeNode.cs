using System.Globalization;
using System.Text.Json;

namespace EngagementHub.Core.Recipes;

/// <summary>A value of a recipe's JSON that knows where it stands, so that every refusal can say line and column.</summary>
public sealed class RecipeNode
{
    private readonly RecipeSource _source;
    private readonly long _offset;
    private readonly string _path;

    internal RecipeNode(RecipeSource source, long offset, string path, JsonTokenType type) =>
        (_source, _offset, _path, Type) = (source, offset, path, type);

    internal JsonTokenType Type { get; }

    internal string Raw { get; init; } = "";

    internal List<KeyValuePair<string, RecipeNode>> Members { get; } = [];

    internal List<RecipeNode> Elements { get; } = [];

    /// <summary>Reads a recipe. Comments and trailing commas are allowed, as in Orchard Core.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="RecipeException">The text is not JSON; the message says where it stops being.</exception>
    public static RecipeNode Read(ReadOnlySpan<byte> utf8, string file) => RecipeReader.Read(utf8, file);

    /// <summary>The member of that name, compared without case.</summary>
    /// <exception cref="RecipeException">There is none.</exception>
    public RecipeNode this[string name] => Find(name) ?? throw Refuse($"'{name}' is missing");

    /// <summary>The member of that name, compared without case, or nothing. A JSON null counts as nothing.</summary>
    public RecipeNode? Find(string name)
    {
        Expect(JsonTokenType.StartObject, "an object { … }");
        var found = Members.LastOrDefault(m => string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        return found?.Type == JsonTokenType.Null ? null : found;
    }

    /// <summary>The names and values of an object, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, RecipeNode>> Properties()
    {
        Expect(JsonTokenType.StartObject, "an object { … }");
        return Members;
    }

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<RecipeNode> Items()
    {
        Expect(JsonTokenType.StartArray, "a list [ … ]");
        return Elements;
    }

    /// <summary>The elements of the list of that name; none when it is missing.</summary>
    public IReadOnlyList<RecipeNode> ItemsOf(string name) => Find(name)?.Items() ?? [];

    /// <summary>Whether a text is taken for script, which Orchard Core would run: <c>[js: …]</c>, <c>[file: …]</c> and their like.</summary>
    public static bool IsScript(string text) => RecipeSource.IsScript(text);

    /// <summary>The text. A list of texts is joined with line ends, so that long texts stay readable in a recipe.</summary>
    /// <exception cref="RecipeException">It is not a text, or it is script.</exception>
    public string Text()
    {
        if (Type == JsonTokenType.StartArray)
        {
            return string.Join('\n', Elements.Select(e => e.Text()));
        }

        Expect(JsonTokenType.String, "a text \"…\"");
        return IsScript(Raw)
            ? _source.Resolve(Raw) ?? throw Refuse($"the script {Raw} is not known here; write the value itself, or [js: uuid()], [js: variables('name')], [js: parameters('name')]")
            : Raw;
    }

    /// <summary>The text of the member of that name, or the fallback.</summary>
    public string TextOr(string name, string fallback) => Find(name)?.Text() ?? fallback;

    /// <summary>The whole number.</summary>
    /// <exception cref="RecipeException">It is not one.</exception>
    public int Number()
    {
        Expect(JsonTokenType.Number, "a number");
        return int.TryParse(Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse("a whole number is needed here");
    }

    /// <summary>The decimal number.</summary>
    /// <exception cref="RecipeException">It is not one.</exception>
    public decimal Decimal()
    {
        Expect(JsonTokenType.Number, "a number");
        return decimal.TryParse(Raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse("a number is needed here");
    }

    /// <summary>True or false.</summary>
    /// <exception cref="RecipeException">It is neither.</exception>
    public bool Flag() => Type switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Refuse("true or false is needed here"),
    };

    /// <summary>The flag of that name, or the fallback.</summary>
    public bool FlagOr(string name, bool fallback) => Find(name)?.Flag() ?? fallback;

    /// <summary>The local day, written 2007-04-27.</summary>
    /// <exception cref="RecipeException">It is not one.</exception>
    public DateOnly Day() => DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refuse($"'{Raw}' is not a day; write it as 2007-04-27");

    /// <summary>The instant in UTC, written 2007-04-27T14:30:00Z or with an offset.</summary>
    /// <exception cref="RecipeException">It is not one, or it has no offset.</exception>
    public DateTimeOffset Instant()
    {
        var text = Text();
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw Refuse($"'{Raw}' is not an instant; write it as 2007-04-27T14:30:00Z or with an offset such as +01:00");
    }

    /// <summary>A refusal that says where this value stands. The caller throws it.</summary>
    public RecipeException Refuse(string sentence)
    {
        var (line, column) = _source.PositionOf(_offset);
        return new RecipeException(_path.Length == 0 ? sentence : $"{_path}: {sentence}", _source.File, line, column);
    }

    private void Expect(JsonTokenType type, string what)
    {
        if (Type != type)
        {
            throw Refuse($"{what} is needed here");
        }
    }
}
