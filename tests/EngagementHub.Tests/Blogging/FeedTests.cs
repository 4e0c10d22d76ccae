using System.Net;
using System.Xml.Linq;

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

        var entry = XDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!.Element(Atom + "entry")!;
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("href=\"http://localhost/code-of-conduct\"", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.NotNull(entry.Element(Atom + "author"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
