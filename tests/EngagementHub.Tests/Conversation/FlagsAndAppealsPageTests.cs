using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class FlagsAndAppealsPageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_reader_flags_a_comment_once_and_hears_what_came_of_it()
    {
        var (on, id) = await Shown("Not quite civil");
        var (sam, mina) = (await hub.As("sam"), await hub.As("mina"));
        var form = await sam.Open($"/comments/{id}/flag");

        var thanked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => form.Submit(("Reason", "It names a colleague"))));

        Assert.Contains(thanked, page => page.Told.Contains("A moderator will look at it", StringComparison.Ordinal));
        Assert.Equal(1, await hub.In((_, db) => db.Flags.CountAsync(f => f.CommentId == id)));
        Assert.Contains("You have flagged this comment", (await sam.Open($"/comments/{id}/flag")).Text, StringComparison.Ordinal);
        Assert.Contains("Sam Stone", (await mina.Open("/moderation/flags")).Document.QuerySelector($"#flagged-{id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A reader flagged a comment", (await mina.Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("flagged", (await (await hub.As("tom")).Open("/comments/mine")).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);

        await (await mina.Open("/moderation/flags")).Submit($"#flagged-{id} form");

        Assert.Null((await mina.Open("/moderation/flags")).Document.QuerySelector($"#flagged-{id}"));
        Assert.Contains("leaves it up", (await sam.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_needs_a_reason_and_somebody_who_is_signed_in()
    {
        var (_, id) = await Shown("Hello");

        (await (await hub.As("sam")).Post($"/comments/{id}/flag", ("Reason", " "))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await (await hub.As("")).Post($"/comments/{id}/flag", ("Reason", "Signed out"))).MustBe(HttpStatusCode.Unauthorized);
        Assert.Equal(0, await hub.In((_, db) => db.Flags.CountAsync(f => f.CommentId == id)));
    }

    [Fact]
    public async Task A_writer_appeals_once_and_another_moderator_decides()
    {
        var (on, id) = await Declined("tom", "named");
        var tom = await hub.As("tom");
        var form = await tom.Open($"/comments/appeal?id={id}");

        await form.Submit(("Words", "It is about the rule, not a person"));
        (await form.Submit(("Words", "Once more"))).MustBe(HttpStatusCode.UnprocessableEntity);

        var appeal = await hub.In((_, db) => db.Appeals.Where(a => a.CommentId == id).Select(a => a.Id).SingleAsync());
        (await (await hub.As("mina")).Post($"/moderation/appeals/{appeal}", ("Outcome", "Dismissed"), ("Reason", "I was right"))).MustBe(HttpStatusCode.UnprocessableEntity);
        await (await (await hub.As("noah")).Open($"/moderation/appeals/{appeal}")).Submit(("Outcome", "Upheld"), ("Reason", "It keeps to the code"));
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
        Assert.Contains("Your appeal is upheld", (await tom.Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("The appeal was upheld. It keeps to the code", (await tom.Open("/comments/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_appeals_for_somebody_else()
    {
        var (_, id) = await Declined("tom", "named");

        (await (await hub.As("sam")).Post($"/comments/appeal?id={id}", ("Words", "For a friend"))).MustBe(HttpStatusCode.NotFound);
        (await (await hub.As("")).Post("/comments/appeal", ("Code", "0000-0000-0000-0000-0000-0000-00"), ("Words", "Guessed"))).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_anonymous_writer_appeals_with_the_code_and_nothing_says_who()
    {
        var on = await hub.Open();
        var sent = await ConversationFixture.Write(await hub.As("sam"), on, "Withheld", "anonymous");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();
        var id = Assert.Single(await hub.Received(on)).Id;
        await Decline(id);

        var receipt = await (await (await hub.As("")).Open("/comments/receipt")).Submit(("Code", code));
        var form = await receipt.Submit("#appeal");
        Assert.Empty(form.Errors);
        var empty = await form.Submit(("Words", " "));
        Assert.Single(empty.Errors);
        await empty.Submit(("Words", "Please look again"));

        var appeal = await hub.In((_, db) => db.Appeals.AsNoTracking().SingleAsync(a => a.CommentId == id));
        Assert.Equal("Please look again", appeal.Words);
        var again = await (await (await hub.As("")).Open("/comments/receipt")).Submit(("Code", code));
        Assert.Contains("Another moderator decides it by Tuesday 1 May 2007", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Document.QuerySelector("#appeal"));
    }

    [Fact]
    public async Task After_the_last_day_there_is_no_appeal()
    {
        var (_, id) = await Declined("tom", "named");
        hub.Clock.Now = new DateTimeOffset(2007, 5, 24, 9, 0, 0, TimeSpan.Zero);

        var refused = await (await hub.As("tom")).Post($"/comments/appeal?id={id}", ("Words", "Too late"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The time to appeal ended with Wednesday 23 May 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        hub.Clock.Now = Talk.Now;
    }

    [Fact]
    public async Task Readers_see_the_figures_and_no_small_number()
    {
        await Declined("tom", "named");
        var page = await (await hub.As("")).Open("/moderation/transparency");

        page.MustBe(HttpStatusCode.OK);
        Assert.Contains("April 2007", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 to 9", page.Text, StringComparison.Ordinal);
        var file = await page.Client.Open("/moderation/transparency.csv");
        Assert.Contains("2007-04,\"declined\",<10", file.Body, StringComparison.Ordinal);
    }

    private async Task<(SubjectRef On, Guid Comment)> Shown(string text)
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open(preModerated: false);
        await ConversationFixture.Write(await hub.As("tom"), on, text);
        return (on, Assert.Single(await hub.Received(on)).Id);
    }

    private async Task<(SubjectRef On, Guid Comment)> Declined(string by, string shown)
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As(by), on, "Contested", shown);
        var id = Assert.Single(await hub.Received(on)).Id;
        await Decline(id);
        return (on, id);
    }

    private async Task Decline(Guid id) =>
        await (await (await hub.As("mina")).Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "Too sharp"));
}
