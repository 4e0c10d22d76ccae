using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EngagementHub.Core.Text;

// Filters on the syntax tree, after parsing: whatever spelling a text uses, what reaches the page is on the list.
internal sealed class SafeLinks(bool images) : IMarkdownExtension
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Filter;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    internal static bool IsSafe(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Any(c => char.IsControl(c) || c == '\\'))
        {
            return false;
        }

        if (url.StartsWith('#') || (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal)))
        {
            return true;
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme, StringComparer.OrdinalIgnoreCase);
    }

    private void Filter(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage ? !images || !OwnImage.IsOwn(link.Url) : !IsSafe(link.Url))
            {
                Unwrap(link);
            }
            else if (link.IsImage)
            {
                OwnImage.Present(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!IsSafe(link.IsEmail ? "mailto:" + link.Url : link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
    }

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
