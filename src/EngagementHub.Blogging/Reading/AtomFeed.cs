using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Blogging.Reading;

/// <summary>The blog's latest posts in full, as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private const int Posts = 20;

    // Most texts have none of these and need not be looked at letter by letter.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c).Except(['\t', '\n', '\r']), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/blogs/{blog}/feed", ["GET", "HEAD"], AnswerAsync).RequireAuthorization(Policies.Read);

    private static async Task<IResult> AnswerAsync(string blog, HttpContext http, Mastheads mastheads, PostCards cards, PrintedFeeds printed)
    {
        if (await mastheads.FindAsync(blog, http.RequestAborted) is not { } masthead)
        {
            return Results.NotFound();
        }

        var site = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var feed = await printed.OfAsync(masthead, cards.Seen(masthead.Blog, masthead.Now).OrderByDescending(p => p.PublishAt).Take(Posts), site, http.RequestAborted);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(
            feed.Bytes,
            "application/atom+xml; charset=utf-8",
            lastModified: await LastModifiedAsync(masthead, feed, cards, http.RequestAborted),
            entityTag: new EntityTagHeaderValue($"\"{feed.Mark}\""));
    }

    /// <summary>The feed as it is sent, made from the posts.</summary>
    public static async Task<PrintedFeed> PrintAsync(Blog blog, List<Post> posts, string site, Typesetting typesetting)
    {
        DateTimeOffset? changed = posts.Count == 0 ? null : posts.Max(p => p.Updated);
        var bytes = await WriteAsync(blog, posts, changed ?? DateTimeOffset.UnixEpoch, site, typesetting);
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), changed, posts.Any(p => Typesetting.IsAlive(p.Sections)));
    }

    // A post that is withdrawn changes the feed by going, so what went counts too. A figure or a quoted comment inside changes without its post: then only the mark of what is sent tells.
    private static async Task<DateTimeOffset?> LastModifiedAsync(Masthead masthead, PrintedFeed feed, PostCards cards, CancellationToken cancellation) =>
        feed is not { Changed: { } changed, IsAlive: false }
            ? null
            : await cards.LastWithdrawalAsync(masthead.Blog, cancellation) is { } gone && gone > changed ? gone : changed;

    private static async Task<byte[]> WriteAsync(Blog blog, List<Post> posts, DateTimeOffset changed, string site, Typesetting typesetting)
    {
        using var bytes = new MemoryStream();
        await using var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("feed", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{blog.Id}");
        xml.WriteElementString("title", Atom, Fit(blog.Name));
        xml.WriteElementString("subtitle", Atom, Fit(blog.Strapline));
        xml.WriteElementString("updated", Atom, Instant(changed));
        WriteLink(xml, "self", $"{site}{blog.Url}/feed");
        WriteLink(xml, "alternate", site + blog.Url);
        foreach (var post in posts)
        {
            WriteEntry(xml, blog, post, await typesetting.SetAsync(post.Sections, post.PublishAt!.Value), site);
        }

        xml.WriteEndElement();
        await xml.FlushAsync();
        return bytes.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, Blog blog, Post post, PrintedPost printed, string site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{post.Id}");
        xml.WriteElementString("title", Atom, Fit(post.Title));
        xml.WriteElementString("summary", Atom, Fit(post.Standfirst));
        xml.WriteElementString("published", Atom, Instant(post.PublishAt!.Value));
        xml.WriteElementString("updated", Atom, Instant(post.Updated));
        WriteLink(xml, "alternate", site + Addresses.Of(blog, post));
        foreach (var name in post.Sections.Where(s => !s.IsAwaited).Select(s => s.Name).Distinct())
        {
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, Fit(name));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        // Links within the site are made whole: a reader's programme shows the text elsewhere.
        xml.WriteString(Fit(Corrections(post, blog.Zone) + string.Concat(printed.Sections.Select(s => s.Html))).Replace("href=\"/", $"href=\"{site}/", StringComparison.Ordinal).Replace("src=\"/", $"src=\"{site}/", StringComparison.Ordinal));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // They stand before the text, as on the page.
    private static string Corrections(Post post, string zone) => string.Concat(post.Corrections.Select(c =>
        $"<p><strong>Correction, {Say.Day(c.At.DayIn(zone))}:</strong> {WebUtility.HtmlEncode(c.Text)} ({WebUtility.HtmlEncode(c.Name)})</p>"));

    /// <summary>The text without the characters XML cannot hold: one vertical tab would end the feed for every reader.</summary>
    private static string Fit(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
        {
            return text;
        }

        var fit = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
            {
                fit.Append(rune.ToString());
            }
        }

        return fit.ToString();
    }

    private static void WriteLink(XmlWriter xml, string relation, string url)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
