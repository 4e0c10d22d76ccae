using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using EngagementHub.Core.Text;

namespace EngagementHub.Blogging.Posts;

/// <summary>Turns what was written into what is read: safe HTML, things alive inside it, headings that can be linked to.</summary>
internal sealed partial class Typesetting(IEnumerable<IPostEmbed> embeds, Typecase? typecase = null)
{
    private const int WordsAMinute = 220;

    /// <summary>Whether something alive stands in the text, so that it changes without being rewritten.</summary>
    public static bool IsAlive(IEnumerable<Section> sections) => sections.Any(s => s.Markdown.Contains("[[", StringComparison.Ordinal));

    public static int MinutesToRead(IEnumerable<Section> sections) =>
        Math.Max(1, (int)Math.Round(sections.Sum(s => (double)Words().Count(s.Markdown)) / WordsAMinute));

    /// <param name="sections">The text.</param>
    /// <param name="asOf">When it was published: figures inside it are shown as they were then.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<PrintedPost> SetAsync(IReadOnlyList<Section> sections, DateTimeOffset asOf, CancellationToken cancellation = default)
    {
        List<PrintedSection> printed = [];
        List<Heading> contents = [];
        foreach (var section in sections.Where(s => !s.IsAwaited))
        {
            var html = await WithEmbedsAsync(typecase?.Set(section.Markdown) ?? PostText.ToHtml(section.Markdown), asOf, cancellation);
            printed.Add(new(WithAnchors(html, contents), section.Name, section.Title));
        }

        return new(printed, contents, MinutesToRead(sections));
    }

    private static string WithAnchors(string html, List<Heading> contents) => Headings().Replace(html, match =>
    {
        var text = WebUtility.HtmlDecode(Tags().Replace(match.Groups["text"].Value, ""));
        var id = $"part-{contents.Count + 1}-{Slug.From(text)}";
        contents.Add(new(id, text));
        return $"<h2 id=\"{id}\">{match.Groups["text"].Value}</h2>";
    });

    private async Task<string> WithEmbedsAsync(string html, DateTimeOffset asOf, CancellationToken cancellation)
    {
        foreach (Match match in Embeds().Matches(html))
        {
            var embed = embeds.FirstOrDefault(e => e.Name == match.Groups["name"].Value);
            if (embed is not null && await embed.RenderAsync(WebUtility.HtmlDecode(match.Groups["argument"].Value).Trim(), asOf, cancellation) is { } content)
            {
                using var writer = new StringWriter();
                content.WriteTo(writer, HtmlEncoder.Default);
                html = html.Replace(match.Value, writer.ToString(), StringComparison.Ordinal);
            }
        }

        return html;
    }

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’.,-]*")]
    private static partial Regex Words();

    [GeneratedRegex("<h2>(?<text>.*?)</h2>", RegexOptions.Singleline)]
    private static partial Regex Headings();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"<p>\[\[(?<name>[a-z][a-z-]*):(?<argument>[^\]<]+)\]\]</p>")]
    private static partial Regex Embeds();
}

/// <summary>A post as readers see it.</summary>
internal sealed record PrintedPost(IReadOnlyList<PrintedSection> Sections, IReadOnlyList<Heading> Headings, int Minutes)
{
    /// <summary>Contents help in a long text and stand in the way of a short one.</summary>
    public bool NeedsContents => Headings.Count > 2;
}

/// <summary>A section as readers see it, with the signature under it.</summary>
internal sealed record PrintedSection(string Html, string Name, string Title);

/// <summary>A heading of the text, and where it is.</summary>
internal sealed record Heading(string Id, string Text);
