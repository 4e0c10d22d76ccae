using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EngagementHub.Core.Text;

// The page owns h1 and the frame owns h2 upward of the text: headings start at the given level and never skip one.
internal sealed class Demotion(int from) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Demote;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private void Demote(MarkdownDocument document)
    {
        List<int> open = [];
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            open.RemoveAll(level => level >= heading.Level);
            open.Add(heading.Level);
            heading.Level = Math.Min(6, from + open.Count - 1);
        }
    }
}

// Comments have no headings at all: a heading in one would break the outline for a screen reader.
internal sealed class NoHeadings : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Flatten;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Flatten(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>().ToList())
        {
            var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
            var strong = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
            while (heading.Inline?.FirstChild is { } child)
            {
                child.Remove();
                strong.AppendChild(child);
            }

            paragraph.Inline.AppendChild(strong);
            var parent = heading.Parent!;
            var index = parent.IndexOf(heading);
            parent.RemoveAt(index);
            parent.Insert(index, paragraph);
        }
    }
}
