using System.Net;

namespace EngagementHub.Tests.Blogging;

public sealed class ReadingPageTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Somebody_who_has_posted_nothing_has_no_page_as_an_author()
    {
        var page = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/by/grace");

        page.MustBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Head of Reward", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_post_answers_gone_with_its_reason_and_leaves_every_list()
    {
        var owner = await _hub.As("office");
        var post = await BloggingHub.Publish(owner, "A mistake", "Secret words.");
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href$='/withdraw']")!.GetAttribute("href")!;

        await (await owner.Open(draft)).Submit(("Reason", "It named a colleague"));

        var gone = await (await _hub.As("sam")).Open(post.Url);
        gone.MustBe(HttpStatusCode.Gone);
        Assert.Contains("It named a colleague", gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret words", gone.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("A mistake", (await gone.Client.Open(BloggingHub.Blog)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A mistake", (await gone.Client.Open($"{BloggingHub.Blog}/feed")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_leads_to_all_posts_that_carry_it()
    {
        var owner = await _hub.As("office");
        var draft = await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("!button", "Save and publish"), ("Title", "Tagged"), ("Sections[0].Text", "Text."), ("Tags", "Pay & bonus, one/two"));
        var post = await draft.Submit("main form[method=post]", ("!button", "Publish"));

        var links = post.Document.QuerySelectorAll("a[rel=tag]").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            Assert.Contains("Tagged", (await owner.Open(link)).Text, StringComparison.Ordinal);
        }

        (await owner.Open($"{BloggingHub.Blog}/tags/nothing")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_host_s_page_shows_the_period_before_the_first_post()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));

        var page = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/by/priya");

        page.MustBe(HttpStatusCode.OK);
        Assert.Contains("24 to 27 April 2007 (now)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Previous_and_next_lead_through_the_posts()
    {
        var owner = await _hub.As("office");
        var first = await BloggingHub.Publish(owner, "First", "Text.");
        _hub.Clock.Now = _hub.Clock.Now.AddHours(1);
        var second = await BloggingHub.Publish(owner, "Second", "Text.");

        Assert.Equal(first.Url, second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(second.Url, (await owner.Open(first.Url)).Document.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }
}
