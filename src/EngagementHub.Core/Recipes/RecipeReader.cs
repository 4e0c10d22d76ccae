using System.Text;
using System.Text.Json;

namespace EngagementHub.Core.Recipes;

internal static class RecipeReader
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    public static RecipeNode Read(ReadOnlySpan<byte> utf8, string file)
    {
        var mark = Encoding.UTF8.Preamble;
        var text = utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8;
        var source = new RecipeSource(file, text.ToArray());
        var reader = new Utf8JsonReader(text, Options);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, source, "");
            source.Root = root;
            return reader.Read() ? throw root.Refuse("there is more text after the recipe's end") : root;
        }
        catch (JsonException e)
        {
            var line = e.LineNumber ?? 0;
            throw new RecipeException($"this is not JSON: {Sentence(e)}", file, line + 1, source.ColumnOf(line, e.BytePositionInLine ?? 0));
        }
    }

    // The position is said in our own form; the framework's repeats it at the end.
    private static string Sentence(JsonException e)
    {
        var cut = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? e.Message : e.Message[..cut]).TrimEnd('.');
    }

    private static RecipeNode ReadValue(ref Utf8JsonReader reader, RecipeSource source, string path)
    {
        var node = new RecipeNode(source, reader.TokenStartIndex, path, reader.TokenType)
        {
            Raw = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString()!,
                JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
                _ => "",
            },
        };
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadMembers(ref reader, source, path, node);
                break;
            case JsonTokenType.StartArray:
                ReadElements(ref reader, source, path, node);
                break;
        }

        return node;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, RecipeSource source, string path, RecipeNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            node.Members.Add(new(name, ReadValue(ref reader, source, path.Length == 0 ? name : $"{path}.{name}")));
        }
    }

    private static void ReadElements(ref Utf8JsonReader reader, RecipeSource source, string path, RecipeNode node)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            node.Elements.Add(ReadValue(ref reader, source, $"{path}[{node.Elements.Count}]"));
        }
    }
}
