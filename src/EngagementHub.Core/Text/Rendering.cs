using System.Text;
using Markdig;
using Markdig.Renderers;

namespace EngagementHub.Core.Text;

internal static class Rendering
{
    // The parser recurses per level and gives up at 128, after work that grows with the square of the text's length.
    private const int Deepest = 100;

    public static string Of(string markdown, MarkdownPipeline pipeline) => Guarded(markdown, () => Markdown.ToHtml(markdown, pipeline));

    public static string Within(int most, string markdown, MarkdownPipeline pipeline) => Guarded(markdown, () =>
    {
        using var html = new Bounded(most);
        var renderer = new HtmlRenderer(html);
        pipeline.Setup(renderer);
        renderer.Render(Markdown.Parse(markdown, pipeline));
        return html.ToString();
    });

    // Markdig stops at a depth of 128 by throwing; to the writer that is a message, not a failure of ours.
    public static T Guarded<T>(string markdown, Func<T> render)
    {
        MustBeShallow(markdown);
        try
        {
            return render();
        }
        catch (ArgumentException e) when (e.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            throw TooDeep();
        }
    }

    // One pass: brackets and addresses that stand open in a paragraph, which ends with an empty line, and quote or list marks before the first word of a line.
    private static void MustBeShallow(string markdown)
    {
        var (open, addresses, marks, atStart, before) = (0, 0, 0, true, '\n');
        foreach (var c in markdown)
        {
            (open, addresses, marks, atStart) = c switch
            {
                '\n' => atStart && marks == 0 ? (0, 0, 0, true) : (open, addresses, 0, true),
                '[' => (open + 1, addresses, marks, false),
                ']' => (Math.Max(0, open - 1), addresses, marks, false),
                '(' when before == ']' => (open, addresses + 1, marks, false),
                ')' => (open, Math.Max(0, addresses - 1), marks, false),
                '>' or '-' or '*' or '+' when atStart => (open, addresses, marks + 1, true),
                ' ' or '\t' => (open, addresses, marks, atStart),
                _ => (open, addresses, marks, atStart && char.IsAsciiDigit(c)),
            };
            if (open > Deepest || addresses > Deepest || marks > Deepest)
            {
                throw TooDeep();
            }

            before = c;
        }
    }

    private static BrokenRuleException TooDeep() => new("This text has quotes, lists or brackets nested too deeply to show. Use fewer levels", "Text");

    // Stops a text that would grow out of all proportion, such as one long address named a thousand times, before it has.
    private sealed class Bounded(int most) : StringWriter
    {
        public override void Write(char value) => Room(1).Append(value);

        public override void Write(char[] buffer, int index, int count) => Room(count).Append(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => Room(buffer.Length).Append(buffer);

        public override void Write(string? value) => Room(value?.Length ?? 0).Append(value);

        private StringBuilder Room(int count) => GetStringBuilder() is var written && written.Length + count <= most
            ? written
            : throw new BrokenRuleException("This text names a long address too many times to show. Name it once", "Text");
    }
}
