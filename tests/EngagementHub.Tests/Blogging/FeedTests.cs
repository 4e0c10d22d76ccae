using System.Net;
using System.Xml.Linq;
using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class FeedTests(BloggingHub hub) : IClassFixture<BloggingHub>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_holds_the_whole_text_and_is_not_sent_twice()
    {
        await BloggingHub.Publish(await hub.As("office"), "Fed", "See [the code](/code-of-conduct) & more.");
        var reader = (await hub.As("sam")).Http;

        using var first = await reader.GetAsync(new Uri($"{BloggingHub.Blog}/feed", UriKind.Relative), TestContext.Current.CancellationToken);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{BloggingHub.Blog}/feed");
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await reader.SendAsync(asked, TestContext.Current.CancellationToken);

        var entry = XDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == "Fed");
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("href=\"http://localhost/code-of-conduct\"", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.NotNull(entry.Element(Atom + "author"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Corrections_are_in_the_feed_and_what_xml_cannot_hold_is_not()
    {
        await BloggingHub.Publish(await hub.As("office"), "Put right", "One\vtwo \uFFFF three 😀.");
        await hub.In(async (_, db) =>
        {
            var post = await db.Set<Post>().SingleAsync(p => p.Title == "Put right", TestContext.Current.CancellationToken);
            post.Correct(Sample.Card(People.Priya), hub.Clock.Now, "It is < 93%\f");
            return true;
        });

        var feed = XDocument.Parse(await (await hub.As("sam")).Http.GetStringAsync(new Uri($"{BloggingHub.Blog}/feed", UriKind.Relative), TestContext.Current.CancellationToken));

        var content = feed.Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "title")!.Value == "Put right").Element(Atom + "content")!.Value;
        Assert.Contains("<strong>Correction, Tuesday 24 April 2007:</strong> It is &lt; 93% (Priya Patel)", content, StringComparison.Ordinal);
        Assert.Contains("Onetwo  three 😀.", content, StringComparison.Ordinal);
    }
}
