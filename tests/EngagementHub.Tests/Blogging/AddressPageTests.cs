using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class AddressPageTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task An_old_address_leads_to_the_new_one()
    {
        var owner = await _hub.As("office");
        var post = await BloggingHub.Publish(owner, "First name", "Text.");
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href*='/write/']")!.GetAttribute("href")!;

        await (await owner.Open(draft)).Submit("main form[method=post]", ("Address", "second-name"));

        var found = await (await _hub.As("sam")).Open(post.Url);
        found.MustBe(HttpStatusCode.OK);
        Assert.EndsWith("/second-name", found.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_posts_of_the_same_title_get_two_addresses()
    {
        var owner = await _hub.As("office");

        await BloggingHub.Publish(owner, "Same title", "One.");
        var second = await BloggingHub.Publish(owner, "Same title", "Two.");

        Assert.EndsWith("/same-title-2", second.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_post_does_not_take_the_old_address_of_another()
    {
        var owner = await _hub.As("office");
        var post = await BloggingHub.Publish(owner, "First name", "Text.");
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href*='/write/']")!.GetAttribute("href")!;
        await (await owner.Open(draft)).Submit("main form[method=post]", ("Address", "second-name"));

        var other = await BloggingHub.Publish(owner, "First name", "Other text.");

        Assert.EndsWith("/first-name-2", other.Url, StringComparison.Ordinal);
        var reader = await _hub.As("sam");
        Assert.EndsWith("/second-name", (await reader.Open(post.Url)).Url, StringComparison.Ordinal);
        (await reader.Open($"{BloggingHub.Blog}/2007/04/23/first-name")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_post_may_have_its_old_address_back()
    {
        var owner = await _hub.As("office");
        var post = await BloggingHub.Publish(owner, "First name", "Text.");
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href*='/write/']")!.GetAttribute("href")!;

        var second = await (await owner.Open(draft)).Submit("main form[method=post]", ("Address", "second-name"));
        await second.Submit("main form[method=post]", ("Address", "first-name"));

        var read = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/24/second-name");
        Assert.Equal(post.Url, read.Url);
    }

    [Fact]
    public async Task Two_posts_of_one_title_at_the_same_moment_are_both_kept()
    {
        HubClient[] authors = [await _hub.As("office"), await _hub.As("admin")];

        var saved = await Task.WhenAll(authors.Select(a => BloggingHub.Write(a, "Same moment", "Text.")));

        Assert.All(saved, s => s.MustBe(HttpStatusCode.OK));
        var slugs = await _hub.In((_, db) => db.Set<EngagementHub.Blogging.Posts.Post>().OrderBy(p => p.Slug).Select(p => p.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["same-moment", "same-moment-2"], slugs);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task An_old_address_answers_moved_for_good(string method)
    {
        var owner = await _hub.As("office");
        var post = await BloggingHub.Publish(owner, "First name", "Text.");
        var draft = (await owner.Open($"{BloggingHub.Blog}/desk")).Document.QuerySelector("main a[href*='/write/']")!.GetAttribute("href")!;
        await (await owner.Open(draft)).Submit("main form[method=post]", ("Address", "second-name"));

        using var browser = _hub.CreateClient(new() { AllowAutoRedirect = false });
        await new HubClient(browser).Post("/account/sign-in", ("persona", "sam"));
        using var asked = new HttpRequestMessage(new HttpMethod(method), post.Url);
        using var answer = await browser.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.EndsWith("/second-name", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
