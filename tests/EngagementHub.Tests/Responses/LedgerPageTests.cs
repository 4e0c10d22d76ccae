using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using EngagementHub.Responses;
using EngagementHub.Responses.Promises;

namespace EngagementHub.Tests.Responses;

public sealed class LedgerPageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly DateOnly Today = new(2007, 4, 24);

    [Fact]
    public async Task It_filters_by_words_owner_and_period_and_counts_by_owner_and_by_blog()
    {
        await Made("ledger-one", "A lift for the annex", Today.AddDays(-3), People.Grace);
        await Made("ledger-one", "Chairs in the annex", Today.AddDays(9), People.Sid);
        await Made("ledger-two", "A map of the annex", Today.AddDays(9), People.Sid);
        var tom = await hub.As("tom");

        var words = (await tom.Open("/promises?q=annex+chairs")).Text;
        var period = (await tom.Open($"/promises?q=annex&period=blogging.period/{StableId.From("ledger-one")}")).Text;
        var nothing = (await tom.Open("/promises?q=annex&owner=sid&state=late")).Text;
        var byOwner = await tom.Open("/promises/by-owner");
        var byBlog = await tom.Open("/promises/by-blog");

        Assert.Contains("Chairs in the annex", words, StringComparison.Ordinal);
        Assert.DoesNotContain("A lift", words, StringComparison.Ordinal);
        Assert.Contains("A lift for the annex", period, StringComparison.Ordinal);
        Assert.DoesNotContain("A map", period, StringComparison.Ordinal);
        Assert.Contains("None fits these filters", nothing, StringComparison.Ordinal);
        Assert.Equal("1", LateOf("Grace Green, Head of Reward", byOwner));
        Assert.Equal("1", LateOf("hr", byBlog));
        (await tom.Open("/promises/by-colour")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_feed_carries_what_changed_and_is_not_sent_again_until_something_does()
    {
        await Made("feed", "A feed for the canteen", Today.AddDays(9), People.Grace);
        var client = await hub.As("");
        var first = await client.Open("/promises/feed?q=canteen");
        var entry = Assert.Single(XDocument.Parse(first.Body).Descendants("{http://www.w3.org/2005/Atom}entry"));
        Assert.Equal("Open: A feed for the canteen", entry.Element("{http://www.w3.org/2005/Atom}title")!.Value);

        using var known = await client.Http.GetAsync("/promises/feed?q=canteen", TestContext.Current.CancellationToken);
        Assert.Equal("application/atom+xml", known.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, await Again(client, known.Headers.ETag!));
        await Made("feed", "Another feed for the canteen", Today.AddDays(9), People.Grace);
        Assert.Equal(HttpStatusCode.OK, await Again(client, known.Headers.ETag!));
    }

    [Fact]
    public async Task A_long_list_has_pages_that_keep_the_filters()
    {
        for (var i = 0; i < 26; i++)
        {
            await Made("long", $"Corridor lamp {i:00}", Today.AddDays(i + 1), People.Sid);
        }

        var first = await (await hub.As("tom")).Open("/promises?q=corridor");
        var second = await first.Client.Open("/promises" + first.Document.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href"));

        Assert.Equal(25, first.Document.QuerySelectorAll(".hub-ledger__entry").Length);
        Assert.Equal("Corridor lamp 25", second.Document.QuerySelector(".hub-ledger__entry a[href^='/promises/']")!.TextContent);
        Assert.EndsWith("/promises.csv?q=corridor", second.Document.QuerySelector("a[href^='/promises.csv']")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static string LateOf(string name, HubPage page) => page.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == name).QuerySelector("td")!.TextContent;

    private static async Task<HttpStatusCode> Again(HubClient client, EntityTagHeaderValue mark)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/promises/feed?q=canteen");
        asked.Headers.IfNoneMatch.Add(mark);
        using var answer = await client.Http.SendAsync(asked, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task Made(string key, string what, DateOnly due, StaffId owner)
    {
        var period = hub.Blog.Scopes.Find(s => s.Subject.Id == StableId.From(key))?.Subject ?? hub.Period(key, 0);
        var promise = Promise.Mark(new Pledge(what, "A list", owner, due), (new SubjectRef("blogging.post", StableId.From($"{key}-post")), period), owner);
        promise.Make(owner, hub.Clock.Now.AddDays(-20), Today.AddDays(-20));
        await hub.In((_, db) => Task.FromResult(db.Promises.Add(promise)));
    }
}
