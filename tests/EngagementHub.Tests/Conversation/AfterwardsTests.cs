using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

/// <summary>What follows for flags, appeals, opinions and notices when a comment is taken back or a decision is.</summary>
public sealed class AfterwardsTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Taken_back_a_comment_leaves_nothing_to_read_decide_or_tell_and_no_time()
    {
        var (on, id) = await Sent(preModerated: false);
        var (sam, mina, noah) = (await hub.As("sam"), await hub.As("mina"), await hub.As("noah"));
        await (await sam.Open($"/comments/{id}/flag")).Submit(("Reason", "It names somebody"));
        await (await mina.Open($"/moderation/{id}/ask")).Submit(("Colleague", $"{People.Noah}"), ("Words", "Is it?"));
        await (await mina.Open($"/moderation/{id}/redact")).Submit(("Words", "contested"), ("Clause", "1"), ("Reason", "name"));
        await (await (await hub.As("tom")).Open($"/comments/appeal?id={id}")).Submit(("Words", "It does not"));
        await (await sam.Open($"/comments/{(await Sent(preModerated: false)).Id}/flag")).Submit(("Reason", "Another"));
        var counts = await hub.In((_, db) => QueueCounts.LoadAsync(db, TestContext.Current.CancellationToken));
        await (await mina.Open($"/moderation/{id}/history")).Submit("#claim");
        await Flag(id, People.Grace);

        await (await (await hub.As("tom")).Open($"/comments/{id}/take-back")).Submit();

        var after = await hub.In((_, db) => QueueCounts.LoadAsync(db, TestContext.Current.CancellationToken));
        Assert.Equal((counts.Appeals - 1, counts.Flags), (after.Appeals, after.Flags));
        Assert.Equal(CommentStanding.Withdrawn, Assert.Single(await hub.Received(on)).Standing);
        Assert.Equal(0, await hub.In((_, db) => db.Claims.CountAsync(c => c.Id == id)));
        Assert.DoesNotContain("Is it?", (await noah.Open("/moderation/opinions")).Text, StringComparison.Ordinal);
        Assert.Null((await mina.Open("/moderation/flags")).Document.QuerySelector($"#flagged-{id}"));
        var appeal = await hub.In((_, db) => db.Appeals.AsNoTracking().SingleAsync(a => a.CommentId == id));
        Assert.Equal((AppealOutcome.Lapsed, "", null), (appeal.Outcome, appeal.Words, appeal.DecidedAt));
        Assert.Contains("The appeal ended", (await (await hub.As("tom")).Open("/comments/mine")).Text, StringComparison.Ordinal);
        Assert.Null((await hub.In((_, db) => db.Flags.AsNoTracking().SingleAsync(f => f.CommentId == id && f.By == People.Grace))).ResolvedAt);
        var grace = await hub.As("grace");
        Assert.DoesNotContain("The comment you flagged is gone", (await grace.Open("/notifications")).Text, StringComparison.Ordinal);
        await hub.RunJob(CloseFlags.JobName);
        await hub.RunJob(CloseFlags.JobName);
        Assert.Single((await grace.Open("/notifications")).Text.Split("The comment you flagged is gone").Skip(1));
    }

    [Fact]
    public async Task A_decline_taken_back_opens_the_flags_again_and_ends_the_appeal_and_nobody_was_told()
    {
        var (_, id) = await Sent(preModerated: false);
        var (sam, mina) = (await hub.As("sam"), await hub.As("mina"));
        await (await sam.Open($"/comments/{id}/flag")).Submit(("Reason", "It is rude"));
        await (await mina.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "Rude"));
        await (await (await hub.As("tom")).Open($"/comments/appeal?id={id}")).Submit(("Words", "It is not"));

        await (await mina.Open($"/moderation/{id}/history")).Submit("#undo");

        Assert.NotNull((await mina.Open("/moderation/flags")).Document.QuerySelector($"#flagged-{id}"));
        Assert.Equal(AppealOutcome.Lapsed, await hub.In((_, db) => db.Appeals.Where(a => a.CommentId == id).Select(a => a.Outcome).SingleAsync()));
        await hub.TellWriters();
        Assert.DoesNotContain($"/comments/{id}", (await sam.Open("/notifications")).Body, StringComparison.Ordinal);

        await (await mina.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "Rude after all"));
        Assert.DoesNotContain($"/comments/{id}", (await sam.Open("/notifications")).Body, StringComparison.Ordinal);
        await hub.TellWriters();
        Assert.Contains("acted on it", (await sam.Open("/notifications")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_writer_has_been_told_is_not_undone_whatever_the_clock_of_the_node_says()
    {
        var (on, id) = await Sent();
        var mina = await hub.As("mina");
        await mina.Post($"/moderation?handler=approve&id={id}&seen=0");
        var history = await mina.Open($"/moderation/{id}/history");
        await hub.TellWriters();

        var refused = await history.Submit("#undo");

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The writer has been told", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
    }

    [Fact]
    public async Task What_an_appeal_has_shown_is_not_undone()
    {
        var (on, id) = await Sent();
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open($"/moderation/{id}/decline")).Submit(("Clause", "1"), ("Reason", "Too sharp"));
        await (await (await hub.As("tom")).Open($"/comments/appeal?id={id}")).Submit(("Words", "It is not"));
        var appeal = await hub.In((_, db) => db.Appeals.Where(a => a.CommentId == id).Select(a => a.Id).SingleAsync());

        (await noah.Post($"/moderation/appeals/{appeal}", ("Outcome", "2"), ("Reason", "By number"))).MustBe(HttpStatusCode.UnprocessableEntity);
        await noah.Post($"/moderation/appeals/{appeal}", ("Outcome", "Upheld"), ("Reason", "It keeps to the code"));

        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
        Assert.Null((await noah.Open($"/moderation/{id}/history")).Document.QuerySelector("#undo"));
    }

    [Fact]
    public async Task Who_is_a_party_neither_keeps_a_comment_nor_chooses_who_decides_it()
    {
        var (_, id) = await Sent(by: "mina");
        var mina = await hub.As("mina");

        (await mina.Post($"/moderation?handler=claim&id={id}&release=false")).MustBe(HttpStatusCode.UnprocessableEntity);
        (await mina.Post($"/moderation/{id}/history?handler=claim&release=false", ("Seen", "0"))).MustBe(HttpStatusCode.UnprocessableEntity);
        (await mina.Post($"/moderation/{id}/hand-on", ("Seen", "0"), ("Colleague", $"{People.Noah}"), ("Words", "Be kind"))).MustBe(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(0, await hub.In((_, db) => db.Claims.CountAsync(c => c.Id == id)));
    }

    [Fact]
    public async Task Letting_go_of_what_one_no_longer_has_does_not_take_it()
    {
        var (_, id) = await Sent();
        var mina = await hub.As("mina");

        await mina.Post($"/moderation/{id}/history?handler=claim&release=true", ("Seen", "0"));

        Assert.Equal(0, await hub.In((_, db) => db.Claims.CountAsync(c => c.Id == id)));
    }

    private Task<Flag> Flag(Guid id, StaffId by) => hub.In(async (_, db) => db.Flags.Add(EngagementHub.Conversation.Moderation.Flag.Raise(await db.Comments.SingleAsync(c => c.Id == id), by, Talk.Now, "Mine too")).Entity);

    private async Task<(SubjectRef On, Guid Id)> Sent(bool preModerated = true, string by = "tom")
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open(preModerated);
        await ConversationFixture.Write(await hub.As(by), on, "The contested words");
        return (on, Assert.Single(await hub.Received(on)).Id);
    }
}
