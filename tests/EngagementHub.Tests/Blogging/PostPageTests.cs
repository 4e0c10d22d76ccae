using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class PostPageTests : IAsyncLifetime
{
    private const string Table = "We promise:\n\n| Service | Promise |\n|---|---:|\n| Desktop | 80% |";
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_host_writes_a_post_with_a_table_and_readers_see_it()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));

        var published = await BloggingHub.Publish(await _hub.As("priya"), "Ask me about HR", Table);

        var read = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/24/ask-me-about-hr");
        Assert.Equal("Ask me about HR", read.Heading);
        Assert.Equal("80%", read.Document.QuerySelector("table td:last-child")!.TextContent);
        Assert.Contains("Priya Patel, Director of Human Resources", read.Text, StringComparison.Ordinal);
        Assert.Equal(read.Url, published.Url);
        Assert.Contains("Ask me about HR", (await read.Client.Open($"{BloggingHub.Blog}/2007/04")).Text, StringComparison.Ordinal);
        Assert.Contains("Ask me about HR", (await read.Client.Open($"{BloggingHub.Blog}/by/priya")).Text, StringComparison.Ordinal);
        Assert.Contains("Ask me about HR", (await read.Client.Open("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_day_after_the_period_the_host_cannot_publish_and_reads_why()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        var form = await BloggingHub.Write(host, "One last word", "Thanks.");

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 23, 0);
        var refused = await form.Submit("main form[method=post]", ("!button", "Publish"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Your period ended on Friday 27 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        (await host.Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_post_scheduled_past_the_period_is_refused_with_the_day_until_which_it_is_allowed()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var form = await BloggingHub.Write(await _hub.As("priya"), "Next week", "Soon.");

        var refused = await form.Submit("main form[method=post]", Later(28));
        var scheduled = await form.Submit("main form[method=post]", Later(27));

        Assert.Equal(["Your period ends on Friday 27 April 2007. Choose a day until then"], refused.Errors);
        Assert.Contains("The post appears at 9:30am on Friday 27 April 2007", scheduled.Text, StringComparison.Ordinal);
        var reader = await _hub.As("sam");
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/next-week")).MustBe(HttpStatusCode.NotFound);
        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 8, 30);
        (await reader.Open($"{BloggingHub.Blog}/2007/04/27/next-week")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_period_cut_short_makes_what_was_scheduled_after_it_a_draft_again()
    {
        var link = await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var host = await _hub.As("priya");
        await (await BloggingHub.Write(host, "On Friday", "Soon.")).Submit("main form[method=post]", Later(27));

        await (await (await _hub.As("office")).Open($"{link}/last-day")).Submit(("LastDay.Day", "25"), ("LastDay.Month", "4"), ("LastDay.Year", "2007"), ("Reason", "Called away"));

        _hub.Clock.Now = Sample.Utc(2007, 4, 27, 9, 0);
        (await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/2007/04/27/on-friday")).MustBe(HttpStatusCode.NotFound);
        Assert.Contains("A scheduled post is a draft again", (await host.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_posts_in_the_gaps_and_not_while_a_guest_hosts()
    {
        var owner = await _hub.As("office");
        (await BloggingHub.Publish(owner, "In the gap", "Hello.")).MustBe(HttpStatusCode.OK);

        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var refused = await BloggingHub.Publish(owner, "Too soon", "Hello.");

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("The pen is handed over to a guest until Friday 27 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_who_host_nothing_cannot_write()
    {
        var sam = await _hub.As("sam");

        (await sam.Open($"{BloggingHub.Blog}/write")).MustBe(HttpStatusCode.Forbidden);
        (await sam.Open($"{BloggingHub.Blog}/desk")).MustBe(HttpStatusCode.Forbidden);
        (await sam.Post($"{BloggingHub.Blog}/write", ("Title", "Mine"))).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_who_has_posted_nothing_has_no_page_as_an_author()
    {
        var page = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/by/grace");

        page.MustBe(HttpStatusCode.NotFound);
        Assert.DoesNotContain("Head of Reward", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_writes_a_digest_by_hand()
    {
        var owner = await _hub.As("office");
        var form = await owner.Open($"{BloggingHub.Blog}/write");
        Assert.Empty(form.Document.QuerySelectorAll("[name=Kind]"));

        await owner.Post($"{BloggingHub.Blog}/write", ("Title", "All answered"), ("Sections[0].Text", "0 of 0"), ("Kind", "Digest"));

        var kinds = await _hub.In((_, db) => db.Set<EngagementHub.Blogging.Posts.Post>().Select(p => p.Kind).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([EngagementHub.Blogging.Posts.PostKind.Entry], kinds);
    }

    [Fact]
    public async Task Without_a_title_the_text_stays_in_the_form()
    {
        var form = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write");

        var refused = await form.Submit("main form[method=post]", ("Title", "  "), ("Sections[0].Text", "Long thought"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Enter a title"], refused.Errors);
        Assert.Contains("Long thought", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_table_and_saves_nothing()
    {
        var owner = await _hub.As("office");

        var preview = await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("!button", "Preview"), ("Title", "Draft"), ("Sections[0].Text", Table));

        preview.MustBe(HttpStatusCode.OK);
        Assert.NotNull(preview.Document.QuerySelector("#preview table"));
        Assert.Equal(Table, preview.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent.Trim());
        Assert.Contains("Your drafts, scheduled and published posts will be here", (await owner.Open($"{BloggingHub.Blog}/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_on_one_draft_the_second_is_told_and_nothing_is_overwritten()
    {
        var owner = await _hub.As("office");
        var saved = await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("Title", "Shared"), ("Sections[0].Text", "First"));
        var (mine, theirs) = (await owner.Open(saved.Url), await (await _hub.As("admin")).Open(saved.Url));
        await theirs.Submit("main form[method=post]", ("Sections[0].Text", "By Ada"));

        var told = await mine.Submit("main form[method=post]", ("Sections[0].Text", "By Olu"));

        told.MustBe(HttpStatusCode.Conflict);
        Assert.StartsWith("Ada Administrator saved this post", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Contains("By Olu", told.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By Ada", told.Text, StringComparison.Ordinal);
        Assert.Contains("By Ada", (await owner.Open(saved.Url)).Body, StringComparison.Ordinal);
        (await told.Submit("main form[method=post]")).MustBe(HttpStatusCode.OK);
        Assert.Contains("By Olu", (await owner.Open(saved.Url)).Body, StringComparison.Ordinal);
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

    private static (string, string)[] Later(int day) =>
        [("!button", "Publish"), ("When", "later"), ("Day.Day", $"{day}"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Time", "9:30")];
}
