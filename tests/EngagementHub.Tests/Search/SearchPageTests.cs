using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Search;

public sealed class SearchPageTests(SearchHub hub) : IClassFixture<SearchHub>
{
    [Fact]
    public async Task A_reader_finds_posts_and_comments_with_their_words_marked()
    {
        var post = await hub.Post("kestrel-post", "Kestrels on the roof", "We **organise** a watch for the kestrels.");
        await hub.Comment(post, "I saw a kestrel <script>alert(1)</script> near the colour printer");

        var page = await hub.Page("kestrel");

        Assert.Equal(["Kestrels on the roof", "Comment #1 on “Kestrels on the roof”"], SearchHub.Headings(page));
        Assert.Contains("Post · Priya Patel · 19 April 2007", page.Text, StringComparison.Ordinal);
        Assert.Contains("Comment · Tom Taylor, Caseworker · 24 April 2007", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Kestrels", "kestrels", "Kestrels", "kestrel"], page.Document.QuerySelectorAll(".hub-results mark").Select(m => m.TextContent));
        Assert.Null(page.Document.QuerySelector(".hub-results script"));
        Assert.Equal(["Comment #1 on “Kestrels on the roof”"], await hub.Find("kestrel color"));
        Assert.Equal(["Kestrels on the roof"], await hub.Find("organizing watches"));
        Assert.Equal("kestrel", page.Document.QuerySelector("main input[type=search]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Each_page_has_a_form_that_leads_to_the_findings()
    {
        await hub.Post("osprey-post", "An osprey", "Fishing.");

        var found = await (await (await hub.As("sam")).Open("/blogs")).Submit("header form[role=search]", ("q", "osprey"));

        Assert.Equal(["An osprey"], SearchHub.Headings(found));
        Assert.NotNull(found.Document.QuerySelector("main form[role=search] label"));
    }

    [Fact]
    public async Task Findings_are_narrowed_down_by_kind_blog_host_and_year_and_can_stand_newest_first()
    {
        var april = await hub.Post("heron-a", "Heron heron heron", "In the pond.");
        await hub.Post("heron-b", "Estates news", "A heron.", "2006-05-02T08:00:00Z", "estates", "office");
        await hub.Post("heron-c", "Before the guest", "A heron came.", "2007-03-02T08:00:00Z", "leaders", "office");
        await hub.Comment(april, "One more heron");

        Assert.Equal(4, (await hub.Find("heron")).Count);
        Assert.Equal("Heron heron heron", (await hub.Find("heron"))[0]);
        Assert.Equal(["Comment #1 on “Heron heron heron”", "Heron heron heron", "Before the guest", "Estates news"], await hub.Find("heron", "&Sort=newest"));
        Assert.Equal(["Comment #1 on “Heron heron heron”"], await hub.Find("heron", "&Kind=comment"));
        Assert.Equal(["Estates news"], await hub.Find("heron", "&Blog=estates"));
        Assert.Equal(["Estates news"], await hub.Find("heron", "&Year=2006"));
        Assert.Equal(["Comment #1 on “Heron heron heron”", "Heron heron heron"], await hub.Find("heron", $"&Host={People.Priya}&Sort=newest"));
        Assert.Empty(await hub.Find("heron", "&Year=2005"));
        var nothing = await hub.Page("heron swan", "&Year=2006");
        Assert.Contains("look everywhere", nothing.Text, StringComparison.Ordinal);
        Assert.Contains("heron%20OR%20swan", nothing.Body, StringComparison.Ordinal);
        Assert.Contains("2006", nothing.Document.QuerySelector("#Year option[selected]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_is_found_by_its_author_its_tags_and_not_by_what_it_quotes_by_reference()
    {
        await hub.Post("wren-post", "Wren", "Text.\n\n[[comment:quotedword]]\n\n[a link](https://example.org/hiddenlink)");

        Assert.Contains("Wren", await hub.Find("wren Patel"));
        Assert.Empty(await hub.Find("quotedword"));
        Assert.Empty(await hub.Find("hiddenlink"));
    }

    [Fact]
    public async Task A_scheduled_post_is_found_from_its_instant()
    {
        await hub.Post("plover-post", "Plovers tomorrow", "Not yet.", "2007-04-25T08:00:00Z");
        Assert.Empty(await hub.Find("plover"));

        var now = hub.Clock.Now;
        hub.Clock.Now = new DateTimeOffset(2007, 4, 25, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(["Plovers tomorrow"], await hub.Find("plover"));
        hub.Clock.Now = now;
    }

    [Fact]
    public async Task A_draft_is_never_found_and_a_revised_post_is_found_by_its_new_words_only()
    {
        var host = await hub.As("priya");
        var draft = await Blogging.BloggingHub.Write(host, "A curlew", "Secretive bird");
        Assert.Empty(await hub.Find("curlew"));

        var read = await draft.Submit("main form[method=post]", ("!button", "Publish"));
        read.MustBe(HttpStatusCode.OK);
        Assert.Equal(["A curlew"], await hub.Find("secretive"));

        await hub.In(async (_, db) =>
        {
            var post = await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync(p => p.Title == "A curlew");
            post.Revise(post.Manuscript with { Sections = [post.Sections[0] with { Markdown = "Wading bird" }] }, People.Priya, hub.Clock.Now);
            return 0;
        });
        Assert.Empty(await hub.Find("secretive"));
        Assert.Equal(["A curlew"], await hub.Find("wading"));
    }

    [Fact]
    public async Task A_withdrawn_post_takes_its_comments_with_it()
    {
        var post = await hub.Post("dunlin-post", "Dunlin", "About dunlins.");
        await hub.Comment(post, "Dunlins are fine");
        Assert.Equal(2, (await hub.Find("dunlin")).Count);

        await hub.In(async (_, db) =>
        {
            (await db.Set<EngagementHub.Blogging.Posts.Post>().SingleAsync(p => p.Id == post.Id)).Withdraw(People.Olu, hub.Clock.Now, "A mistake");
            return 0;
        });

        Assert.Empty(await hub.Find("dunlin"));
        Assert.Equal(0, await hub.In((_, db) => db.Set<EngagementHub.Core.Search.SearchEntry>().CountAsync(e => e.Subject == post || e.Parent == post)));
    }

    [Fact]
    public async Task A_comment_is_found_only_while_readers_see_it()
    {
        var post = await hub.Post("avocet-post", "Waders", "Text.");
        var id = await hub.Comment(post, "Avocets please", approve: false);
        Assert.Empty(await hub.Find("avocet"));

        var mina = await hub.As("mina");
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");
        Assert.Equal(["Comment #1 on “Waders”"], await hub.Find("avocet"));

        await (await mina.Open($"/moderation/{id}/hold")).Submit(("Reason", "To look again"));
        Assert.Empty(await hub.Find("avocet"));

        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");
        Assert.Single(await hub.Find("avocet"));

        await (await mina.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "Seen too late"));
        Assert.Empty(await hub.Find("avocet"));
    }

    [Fact]
    public async Task A_comment_taken_back_is_gone_and_one_under_a_halted_discussion_stays()
    {
        var post = await hub.Post("stint-post", "Little waders", "Text.");
        var first = await hub.Comment(post, "Stints in spring");
        await hub.Comment(post, "Stints in autumn");
        var discussion = await hub.In((_, db) => db.Set<EngagementHub.Conversation.Discussions.Discussion>().Where(d => d.On == post).Select(d => d.Id).SingleAsync());
        await (await (await hub.As("mina")).Open($"/moderation/discussions/{discussion}")).Submit(("Clause", "1"), ("Reason", "Heated"), ("Queued", "Wait"));

        await (await (await hub.As("tom")).Open($"/comments/{first}/take-back")).Submit();

        Assert.Equal(["Comment #2 on “Little waders”"], await hub.Find("stint"));
    }

    [Fact]
    public async Task Of_an_anonymous_comment_nothing_but_that_is_shown_or_kept()
    {
        var post = await hub.Post("knot-post", "Knots", "Text.");
        var id = await hub.Comment(post, "Flocks over the estuary", "anonymous");

        var page = await hub.Page("estuary");

        Assert.Contains("Comment · Anonymous · 24 April 2007", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom", page.Text, StringComparison.Ordinal);
        var kept = await hub.In((_, db) => db.Set<EngagementHub.Core.Search.SearchEntry>().AsNoTracking().SingleAsync(e => e.Subject == new SubjectRef("conversation.comment", id)));
        Assert.Equal((null, "Anonymous", People.Priya), (kept.VisibleFrom, kept.By, kept.Host));
    }

    [Fact]
    public async Task Many_findings_stand_on_pages_that_keep_the_question()
    {
        for (var i = 0; i < 23; i++)
        {
            await hub.Post($"rook-{i}", $"Rook {i}", "Rookery.");
        }

        var first = await hub.Page("rook", "&Year=2007");
        var second = await (await hub.As("sam")).Open("/search" + first.Document.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href"));

        Assert.Contains("23 results, page 1 of 2", first.Text, StringComparison.Ordinal);
        Assert.Equal((20, 3), (SearchHub.Headings(first).Count, SearchHub.Headings(second).Count));
        Assert.Empty(SearchHub.Headings(first).Intersect(SearchHub.Headings(second)));
    }

    [Fact]
    public async Task A_rebuild_finds_the_same_again()
    {
        var post = await hub.Post("godwit-post", "Godwits", "Text.");
        await hub.Comment(post, "Godwits everywhere");
        await hub.In(async (_, db) => await db.Set<EngagementHub.Core.Search.SearchEntry>().ExecuteDeleteAsync());
        Assert.Empty(await hub.Find("godwit"));

        for (var i = 0; i < 2; i++)
        {
            var (code, output) = await hub.Rebuild();
            Assert.Equal(0, code);
            Assert.Contains("can be found", output, StringComparison.Ordinal);
            Assert.Equal(2, (await hub.Find("godwit")).Count);
        }
    }
}
