using System.Net;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;

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

    [Theory]
    [InlineData("office", true)]
    [InlineData("sam", false)]
    [InlineData("", false)]
    public async Task The_way_to_the_writing_desk_is_shown_to_those_who_may_write(string who, bool isShown) =>
        Assert.Equal(isShown, (await (await _hub.As(who)).Open(BloggingHub.Blog)).Document.QuerySelector("main a[href$='/desk']") is not null);

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
    public async Task A_post_withdrawn_before_its_hour_was_never_there()
    {
        var at = new DateTimeOffset(2007, 4, 25, 8, 0, 0, TimeSpan.Zero);
        await Published("Never seen", at, p => p.Withdraw(People.Olu, _hub.Clock.Now, "It named a colleague"));
        _hub.Clock.Now = at.AddHours(1);

        var page = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/25/never-seen");

        page.MustBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain("named a colleague", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_stays_on_the_desk_however_much_is_published_after_it()
    {
        var owner = await _hub.As("office");
        await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[enctype]", ("Title", "Begun long ago"), ("Sections[0].Text", "Text."));
        _hub.Clock.Now = _hub.Clock.Now.AddDays(1);
        for (var number = 1; number <= 201; number++)
        {
            await Published($"Later {number}", _hub.Clock.Now, _ => { });
        }

        Assert.Contains("Begun long ago", (await owner.Open($"{BloggingHub.Blog}/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_no_database_keeps_is_no_failure()
    {
        var form = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write");

        var saved = await Images.Send(form, "", Images.Png, "chart.png", ("Title", "Zero\0zero"), ("Sections[0].Text", "Te\0xt."), ("ImageAlt", "A chart"));

        saved.MustBe(HttpStatusCode.OK);
        (await saved.Client.Open("/search?q=zero%00")).MustBe(HttpStatusCode.OK);
    }

    private Task<bool> Published(string title, DateTimeOffset at, Action<Post> then) => _hub.In(async (_, db) =>
    {
        var blog = await db.Set<Blog>().SingleAsync();
        var post = Post.Draft(blog, Sample.Manuscript(title), People.Olu, _hub.Clock.Now);
        post.Address(Slug.From(title));
        post.Recall(Publication.Of(at, blog, null));
        then(post);
        db.Add(post);
        return true;
    });

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
