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

    [Fact]
    public async Task The_feed_says_when_it_changed_and_a_withdrawal_is_a_change()
    {
        await using var own = new BloggingHub();
        await BloggingHub.Publish(await own.As("office"), "Stays", "Text.");
        await BloggingHub.Publish(await own.As("office"), "Goes", "Secret words.");
        var reader = (await own.As("sam")).Http;
        var changed = (await Since(reader, null)).Content.Headers.LastModified!.Value;
        Assert.Equal(own.Clock.Now, changed);
        Assert.Equal(HttpStatusCode.NotModified, (await Since(reader, changed)).StatusCode);

        own.Clock.Now = own.Clock.Now.AddHours(1);
        await own.In(async (_, db) =>
        {
            (await db.Set<Post>().SingleAsync(p => p.Title == "Goes", TestContext.Current.CancellationToken)).Withdraw(People.Olu, own.Clock.Now, "A mistake");
            return true;
        });
        var after = await Since(reader, changed);

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.DoesNotContain("Secret words", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(own.Clock.Now, after.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_feed_with_something_alive_in_it_names_no_date()
    {
        await using var own = new BloggingHub();
        await BloggingHub.Publish(await own.As("office"), "Alive", "[[service-level:desktop]]");

        var answer = await Since((await own.As("sam")).Http, null);

        Assert.Null(answer.Content.Headers.LastModified);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Fact]
    public async Task The_feed_keeps_the_rules_of_its_standard()
    {
        await BloggingHub.Publish(await hub.As("office"), "Ruled", "Text with [a](#b).");
        using var head = new HttpRequestMessage(HttpMethod.Head, $"{BloggingHub.Blog}/feed");
        using var short1 = await (await hub.As("sam")).Http.SendAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, short1.StatusCode);

        var feed = XDocument.Parse(await (await hub.As("sam")).Http.GetStringAsync(new Uri($"{BloggingHub.Blog}/feed", UriKind.Relative), TestContext.Current.CancellationToken)).Root!;

        Assert.Equal($"http://localhost{BloggingHub.Blog}/feed", feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.StartsWith("urn:uuid:", element.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.True(DateTimeOffset.TryParse(element.Element(Atom + "updated")!.Value, out _));
            Assert.NotEmpty(element.Element(Atom + "title")!.Value);
        }

        Assert.All(feed.Elements(Atom + "entry"), e => Assert.NotEmpty(e.Elements(Atom + "author")));
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
    }

    private static async Task<HttpResponseMessage> Since(HttpClient reader, DateTimeOffset? since)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{BloggingHub.Blog}/feed");
        asked.Headers.IfModifiedSince = since;
        return await reader.SendAsync(asked, TestContext.Current.CancellationToken);
    }
}
