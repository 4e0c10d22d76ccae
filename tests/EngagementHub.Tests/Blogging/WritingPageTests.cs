using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class WritingPageTests : IAsyncLifetime
{
    private const string Table = "We promise:\n\n| Service | Promise |\n|---|---:|\n| Desktop | 80% |";
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

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

        Assert.EndsWith("?show=preview", preview.Url, StringComparison.Ordinal);
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
        await theirs.Submit("main form[method=post]", ("Title", "By Ada"));

        var told = await mine.Submit("main form[method=post]", ("Title", "By Olu"));

        told.MustBe(HttpStatusCode.Conflict);
        Assert.StartsWith("Ada Administrator saved this post", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("By Olu", told.Document.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.Equal("Ada", told.Document.QuerySelector("del")!.LastChild!.PreviousSibling!.TextContent);
        Assert.Contains("By Ada", (await owner.Open(saved.Url)).Body, StringComparison.Ordinal);
        (await told.Submit("main form[method=post]")).MustBe(HttpStatusCode.OK);
        Assert.Contains("By Olu", (await owner.Open(saved.Url)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_changed_different_parts_both_are_kept()
    {
        var owner = await _hub.As("office");
        var saved = await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("Title", "Shared"), ("Sections[0].Text", "First"));
        var (mine, theirs) = (await owner.Open(saved.Url), await (await _hub.As("admin")).Open(saved.Url));
        await theirs.Submit("main form[method=post]", ("Title", "Shared by all"));

        var merged = await mine.Submit("main form[method=post]", ("Sections[0].Text", "By Olu"));

        merged.MustBe(HttpStatusCode.OK);
        Assert.Contains("both changes are in it", merged.Text, StringComparison.Ordinal);
        var now = await owner.Open(saved.Url);
        Assert.Equal("Shared by all", now.Document.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.Equal("By Olu", now.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("\u200B\u200D")]
    [InlineData("\u2800 \u3164")]
    [InlineData("\u202E\u00AD")]
    public async Task A_title_that_nobody_can_see_is_refused_and_the_text_kept(string title)
    {
        var refused = await (await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("Title", title), ("Sections[0].Text", "Long thought"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Enter a title"], refused.Errors);
        Assert.Contains("Long thought", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_thousand_characters_are_refused_and_kept()
    {
        var text = string.Concat(Enumerable.Repeat("All that I know. ", 12_000));

        var refused = await (await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write")).Submit("main form[method=post]", ("Title", "Everything"), ("Sections[0].Text", text));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["A section may hold 60,000 characters at most. Make two posts of it"], refused.Errors);
        Assert.Equal(text, refused.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("- ")]
    public async Task What_is_nested_too_deeply_to_show_is_never_saved(string piece)
    {
        var owner = await _hub.As("office");
        var text = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)) + "x";

        var form = await owner.Open($"{BloggingHub.Blog}/write");
        var saved = await form.Submit("main form[method=post]", ("!button", "Save and publish"), ("Title", "Deep"), ("Sections[0].Text", text));

        if (saved.Status == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Contains("nested too deeply", Assert.Single(saved.Errors), StringComparison.Ordinal);
            Assert.Equal(text, saved.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent);
            return;
        }

        (await saved.Submit("main form[method=post]", ("!button", "Publish"))).MustBe(HttpStatusCode.OK);
    }

}
