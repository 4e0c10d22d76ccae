using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace EngagementHub.Core.Text;

/// <summary>What staff write in comments, as safe HTML: paragraphs, emphasis, lists, quotes and links. No raw HTML, no headings, no images.</summary>
public static class CommentText
{
    /// <summary>The most a comment may hold, counted after line ends are made single characters.</summary>
    public const int MaxLength = 10_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().Use(new SafeLinks(images: false)).Use<TrueHosts>().Use<NoHeadings>().Build();

    /// <summary>The HTML, at most twenty times as long as the text. A link to another site whose name may deceive says where it really leads.</summary>
    /// <exception cref="BrokenRuleException">The text is too deeply nested, or repeats a long address too often.</exception>
    public static string ToHtml(string markdown) => Rendering.Within(Math.Max(2_000, markdown.Length * 20), markdown, Pipeline);
}

/// <summary>What hosts write in posts, as safe HTML: as in comments, and headings, tables and images from the hub's own store.</summary>
public static class PostText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().Use(new SafeLinks(images: true)).Use(new Demotion(from: 2)).Use<ScrollingTables>().Build();

    /// <summary>The HTML. Headings start at h2; tables scroll in a region of their own that the keyboard reaches.</summary>
    /// <exception cref="BrokenRuleException">The text is too deeply nested.</exception>
    public static string ToHtml(string markdown) => Rendering.Of(markdown, Pipeline);

    /// <summary>Every picture that the text asks for, also those it will not show.</summary>
    /// <exception cref="BrokenRuleException">The text is too deeply nested.</exception>
    public static IReadOnlyList<PostImage> Images(string markdown) => OwnImage.In(markdown);
}

/// <summary>A picture in a post.</summary>
/// <param name="Url">Where the text says it is.</param>
/// <param name="Upload">The picture in the hub's own store, or nothing when it lies elsewhere.</param>
/// <param name="Alt">The words for those who do not see it; empty for a decoration or when they are missing.</param>
/// <param name="IsDecorative">Whether the text says that the picture tells nothing.</param>
public sealed record PostImage(string Url, Guid? Upload, string Alt, bool IsDecorative);

/// <summary>The words without the marks: for search, feeds, notices and excerpts.</summary>
public static partial class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>The plain text, on one line.</summary>
    public static string From(string markdown) => Spaces().Replace(Rendering.Guarded(markdown, () => Markdown.ToPlainText(markdown, Pipeline)), " ").Trim();

    /// <summary>The plain text cut at a word to at most <paramref name="length"/> characters.</summary>
    public static string Excerpt(string markdown, int length)
    {
        var text = From(markdown);
        if (text.Length <= length)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', length - 1);
        return text[..(cut > length / 2 ? cut : length - 1)] + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

internal sealed class ScrollingTables : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += AlignByClass;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html && html.ObjectRenderers.Find<HtmlTableRenderer>() is { } tables)
        {
            html.ObjectRenderers.Replace<HtmlTableRenderer>(new Region(tables));
        }
    }

    // Markdig aligns with style attributes, which the content security policy forbids.
    private static void AlignByClass(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
        {
            foreach (var row in table.OfType<TableRow>())
            {
                for (var i = 0; i < Math.Min(row.Count, table.ColumnDefinitions.Count); i++)
                {
                    if (table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right or TableColumnAlign.Center)
                    {
                        row[i].GetAttributes().AddClass(table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right ? "hub-number" : "hub-centre");
                    }
                }
            }

            table.ColumnDefinitions.ForEach(column => column.Alignment = null);
        }
    }

    private sealed class Region(HtmlTableRenderer inner) : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"hub-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table: ").WriteEscape(FirstCells(table)).Write("\">");
            inner.Write(renderer, table);
            renderer.Write("</div>");
        }

        private static string FirstCells(Table table) => table.FirstOrDefault() is TableRow row
            ? string.Join(", ", row.OfType<TableCell>().Select(c => string.Concat(c.Descendants<Markdig.Syntax.Inlines.LiteralInline>())).Where(t => t.Length > 0))
            : "";
    }
}
