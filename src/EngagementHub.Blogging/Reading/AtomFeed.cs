using System.Net;
using System.Security.Cryptography;
using System.Xml;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Replicas;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace EngagementHub.Blogging.Reading;

/// <summary>The blog's latest posts in full, as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const int Posts = 20;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/blogs/{blog}/feed", ["GET", "HEAD"], AnswerAsync).RequireAuthorization(Policies.Read).FromReplica();

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
            AtomXml.ContentType,
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
        await using var xml = AtomXml.Begin(bytes);
        xml.WriteStartElement("feed", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{blog.Id}");
        xml.WriteAtom("title", blog.Name);
        xml.WriteAtom("subtitle", blog.Strapline);
        xml.WriteAtom("updated", changed);
        xml.WriteAtomLink("self", $"{site}{blog.Url}/feed");
        xml.WriteAtomLink("alternate", site + blog.Url);
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
        xml.WriteStartElement("entry", AtomXml.Namespace);
        xml.WriteAtom("id", $"urn:uuid:{post.Id}");
        xml.WriteAtom("title", post.Title);
        xml.WriteAtom("summary", post.Standfirst);
        xml.WriteAtom("published", post.PublishAt!.Value);
        xml.WriteAtom("updated", post.Updated);
        xml.WriteAtomLink("alternate", site + Addresses.Of(blog, post));
        foreach (var name in post.Sections.Where(s => !s.IsAwaited).Select(s => s.Name).Distinct())
        {
            xml.WriteAtomAuthor(name);
        }

        xml.WriteStartElement("content", AtomXml.Namespace);
        xml.WriteAttributeString("type", "html");
        // Links within the site are made whole: a reader's programme shows the text elsewhere.
        xml.WriteString(AtomXml.Fit(Corrections(post, blog.Zone) + string.Concat(printed.Sections.Select(s => s.Html))).Replace("href=\"/", $"href=\"{site}/", StringComparison.Ordinal).Replace("src=\"/", $"src=\"{site}/", StringComparison.Ordinal));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // They stand before the text, as on the page.
    private static string Corrections(Post post, string zone) => string.Concat(post.Corrections.Select(c =>
        $"<p><strong>Correction, {Say.Day(c.At.DayIn(zone))}:</strong> {WebUtility.HtmlEncode(c.Text)} ({WebUtility.HtmlEncode(c.Name)})</p>"));
}
