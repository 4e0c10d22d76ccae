using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EngagementHub.Core.Text;

/// <summary>Behind a link whose words or letters may deceive stands where it really leads: letters outside ASCII that look like others, a name before an @, or words that are another address.</summary>
internal sealed class TrueHosts : IMarkdownExtension
{
    private static readonly IdnMapping Names = new();

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Mark;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>The host as the network knows it, when the link's own words do not say so plainly.</summary>
    internal static string? Hidden(string? url, string words)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link) || link.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = Ascii(link);
        var isOdd = host.Contains("xn--", StringComparison.Ordinal) || link.UserInfo.Length > 0 || link.HostNameType is not UriHostNameType.Dns;
        return isOdd || (HostIn(words) is { } said && said != host && $"www.{said}" != host) ? host : null;
    }

    private static void Mark(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => !l.IsImage).ToList())
        {
            Say(link, Hidden(link.Url, Words(link)));
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail).ToList())
        {
            Say(link, Hidden(link.Url, link.Url));
        }
    }

    private static void Say(Inline link, string? host)
    {
        if (host is not null)
        {
            link.InsertAfter(new LiteralInline($" (leads to {host})"));
        }
    }

    private static string Words(LinkInline link) =>
        link.Descendants<LiteralInline>().Aggregate(new StringBuilder(), (words, literal) => words.Append(literal.Content.AsSpan())).ToString();

    // What a reader would take for the address: "gov.uk", "https://gov.uk/pay?x".
    private static string? HostIn(string words)
    {
        var said = words.Trim();
        var scheme = said.IndexOf("://", StringComparison.Ordinal);
        var host = (scheme < 0 ? said : said[(scheme + 3)..]).Split('/', '?', '#', ':')[0].ToLowerInvariant();
        var dot = host.LastIndexOf('.');
        return dot > 0 && dot < host.Length - 1 && char.IsLetter(host[dot + 1]) && !host.Any(char.IsWhiteSpace) ? host : null;
    }

    private static string Ascii(Uri link)
    {
        try
        {
            return Names.GetAscii(link.Host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // A name no network could hold: it is shown as it was typed.
            return link.Host;
        }
    }
}
