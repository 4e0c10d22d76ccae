using System.Net;
using EngagementHub.Blogging.Posts.Writing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Blogging;

public sealed class UnsavedTextPageTests : IAsyncLifetime
{
    private const string Form = "main form[enctype]";
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task What_was_typed_and_not_saved_is_offered_again_and_restored()
    {
        await Keep(await _hub.As("office"), $"{BloggingHub.Blog}/write", "Half a thought");

        var later = await (await _hub.As("office")).Open($"{BloggingHub.Blog}/write");
        Assert.Contains("You were writing here at 10am on Tuesday 24 April 2007 and did not save", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Half a thought", later.Body, StringComparison.Ordinal);
        var restored = await later.Client.Open($"{BloggingHub.Blog}/write?show=typed");

        Assert.Equal("Half a thought", restored.Document.QuerySelector("textarea[name='Sections[0].Text']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Saving_or_discarding_ends_the_offer()
    {
        var owner = await _hub.As("office");
        await Keep(owner, $"{BloggingHub.Blog}/write", "Half a thought");
        await (await owner.Open($"{BloggingHub.Blog}/write")).Submit("main form[action*=Discard]");
        Assert.DoesNotContain("did not save", (await owner.Open($"{BloggingHub.Blog}/write")).Text, StringComparison.Ordinal);

        await Keep(owner, $"{BloggingHub.Blog}/write", "Another");
        var saved = await (await owner.Open($"{BloggingHub.Blog}/write?show=typed")).Submit(Form, ("Title", "Another"));

        Assert.DoesNotContain("did not save", saved.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("did not save", (await owner.Open($"{BloggingHub.Blog}/write")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await Keep(await _hub.As("office"), $"{BloggingHub.Blog}/write", "Half a thought");

        var other = await (await _hub.As("admin")).Open($"{BloggingHub.Blog}/write?show=typed");

        Assert.DoesNotContain("Half a thought", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_write_keeps_nothing_and_whoever_is_signed_out_is_given_it_back()
    {
        (await (await _hub.As("sam")).Post($"{BloggingHub.Blog}/write?handler=Keep", ("Title", "x"))).MustBe(HttpStatusCode.Forbidden);

        var out1 = await (await _hub.As("")).Post($"{BloggingHub.Blog}/write", ("Title", "x"), ("Sections[0].Text", "A thought that took an hour to write, all of it"));

        out1.MustBe(HttpStatusCode.Unauthorized);
        Assert.Contains("took an hour to write", out1.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_preview_answers_with_the_text_alone_and_saves_nothing()
    {
        var owner = await _hub.As("office");

        var shown = await owner.Post($"{BloggingHub.Blog}/write?handler=Show", ("Sections[0].Text", "## Pay\n\n<script>alert(1)</script>"));

        shown.MustBe(HttpStatusCode.OK);
        Assert.StartsWith("<div class=\"hub-prose\"", shown.Body.TrimStart(), StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("script"));
        Assert.Equal(0, await _hub.In((_, db) => db.Set<UnsavedText>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task After_a_month_it_is_forgotten()
    {
        await Keep(await _hub.As("office"), $"{BloggingHub.Blog}/write", "Half a thought");

        _hub.Clock.Now = _hub.Clock.Now.AddDays(29);
        await _hub.RunJob("blogging.tidying");
        Assert.Equal(1, await _hub.In((_, db) => db.Set<UnsavedText>().CountAsync(TestContext.Current.CancellationToken)));
        _hub.Clock.Now = _hub.Clock.Now.AddDays(2);
        await _hub.RunJob("blogging.tidying");

        Assert.Equal(0, await _hub.In((_, db) => db.Set<UnsavedText>().CountAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task Keep(HubClient writer, string url, string text) =>
        (await writer.Post($"{url}?handler=Keep", ("Title", ""), ("Sections[0].Text", text))).MustBe(HttpStatusCode.OK);
}
