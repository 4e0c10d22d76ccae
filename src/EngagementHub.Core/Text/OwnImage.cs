using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EngagementHub.Core.Text;

// Images come from our own store only: a picture elsewhere would tell that server who reads.
internal static class OwnImage
{
    private const string Folder = "/uploads/";

    // A decoration says so in the place of its title, so that forgotten words can be told from words left out on purpose.
    private const string Decoration = "decorative";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static bool IsOwn(string? url) => IdIn(url) is not null;

    public static IReadOnlyList<PostImage> In(string markdown) => Rendering.Guarded<IReadOnlyList<PostImage>>(markdown, () =>
        [.. Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>().Where(l => l.IsImage).Select(Of)]);

    /// <summary>The marker of a decoration is for writers; readers are told nothing.</summary>
    public static void Present(LinkInline image)
    {
        if (IsDecorative(image))
        {
            image.Title = null;
            image.Clear();
        }
    }

    private static PostImage Of(LinkInline image) => new(
        image.Url ?? "", IdIn(image.Url), string.Concat(image.Descendants<LiteralInline>()).Trim(), IsDecorative(image));

    private static bool IsDecorative(LinkInline image) => string.Equals(image.Title, Decoration, StringComparison.OrdinalIgnoreCase);

    private static Guid? IdIn(string? url) =>
        url?.StartsWith(Folder, StringComparison.Ordinal) == true && Guid.TryParseExact(url[Folder.Length..], "D", out var id) ? id : null;
}
