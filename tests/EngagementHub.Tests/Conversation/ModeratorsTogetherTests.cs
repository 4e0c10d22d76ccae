using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class ModeratorsTogetherTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Fifty_approvals_at_once_are_one_transition_and_one_line_of_the_trail()
    {
        var (on, id) = await Waiting("Wanted by fifty");
        var mina = await hub.As("mina");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => mina.Post($"/moderation?handler=approve&id={id}&seen=0")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(a => a.Status == HttpStatusCode.Conflict));
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
        var subject = new SubjectRef("conversation.comment", id);
        Assert.Equal(1, await hub.In((_, db) => db.Audit.CountAsync(a => a.On == subject && a.What == "conversation.comment.approved")));
        Assert.Equal(1, await hub.In((_, db) => db.Decisions.CountAsync(d => d.CommentId == id)));
    }

    [Fact]
    public async Task What_one_moderator_reads_another_does_not_decide_until_the_time_is_over_or_it_is_taken_over()
    {
        var (_, id) = await Waiting("Being read");
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form[action*=claim]");

        var seen = await noah.Open("/moderation");
        Assert.Contains("Being read by Mina Moderator until", seen.Document.QuerySelector($"#queue-{id}")!.TextContent, StringComparison.Ordinal);
        var refused = await noah.Post($"/moderation?handler=approve&id={id}&seen=0");
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Mina Moderator is reading comment #1", Assert.Single(refused.Errors), StringComparison.Ordinal);

        hub.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.NotNull((await noah.Open("/moderation")).Document.QuerySelector($"#queue-{id} form[action*=approve]"));
        hub.Clock.Now -= TimeSpan.FromMinutes(15);
        await (await noah.Open($"/moderation/{id}/history")).Submit("#claim");
        (await noah.Post($"/moderation?handler=approve&id={id}&seen=0")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Moderators_who_look_at_the_same_moment_each_see_their_own_queue()
    {
        var (on, id) = await Waiting("I moderate here too", by: "noah");
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form[action*=claim]");

        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? mina : noah).Open("/moderation")));

        Assert.All(pages.Where((_, i) => i % 2 == 0), p => Assert.Contains("Being read by you until", Place(p, id), StringComparison.Ordinal));
        Assert.All(pages.Where((_, i) => i % 2 == 1), p => Assert.Contains("You wrote this comment", Place(p, id), StringComparison.Ordinal));
        Assert.All(pages.Where((_, i) => i % 2 == 1), p => Assert.DoesNotContain("Approve", Place(p, id), StringComparison.Ordinal));
        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task A_comment_is_handed_on_and_an_opinion_asked_and_only_moderators_see_it()
    {
        var (_, id) = await Waiting("Hard to say");
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        await (await mina.Open($"/moderation/{id}/ask")).Submit(("Colleague", $"{People.Noah}"), ("Words", "Is this about one person?"));

        Assert.Contains("Is this about one person?", (await noah.Open("/moderation/opinions")).Text, StringComparison.Ordinal);
        await (await noah.Open($"/moderation/{id}/history")).Submit("#opinion", ("Opinion", "I think it is not"));
        await (await mina.Open($"/moderation/{id}/hand-on")).Submit(("Colleague", $"{People.Noah}"), ("Words", "Please take it"));

        Assert.Contains("Noah Noble: I think it is not", (await mina.Open("/moderation")).Document.QuerySelector($"#queue-{id}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hands on a comment to you", (await noah.Open("/notifications")).Text, StringComparison.Ordinal);
        (await mina.Post($"/moderation?handler=approve&id={id}&seen=0")).MustBe(HttpStatusCode.UnprocessableEntity);
        var history = (await noah.Open($"/moderation/{id}/history")).Text;
        Assert.Contains("handed it on to Noah Noble", history, StringComparison.Ordinal);
        Assert.Contains("Please take it", history, StringComparison.Ordinal);
        Assert.DoesNotContain("I think it is not", (await (await hub.As("tom")).Open("/comments/mine")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_undone_from_the_history_and_the_writer_hears_nothing_of_it()
    {
        var (on, id) = await Waiting("Approved by mistake", "grace");
        var mina = await hub.As("mina");
        await (await mina.Open("/moderation")).Submit($"#queue-{id} form");

        await (await mina.Open($"/moderation/{id}/history")).Submit("#undo");

        Assert.Equal(CommentStanding.Waiting, Assert.Single(await hub.Received(on)).Standing);
        await hub.TellWriters();
        Assert.DoesNotContain("is shown to readers", (await (await hub.As("grace")).Open("/notifications")).Text, StringComparison.Ordinal);
        Assert.Contains("decision undone", (await mina.Open($"/moderation/{id}/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_comments_each_is_decided_by_itself_and_what_failed_is_told()
    {
        var ((first, a), (second, b)) = (await Waiting("One of two"), await Waiting("Two of two"));
        var (mina, noah) = (await hub.As("mina"), await hub.As("noah"));
        var summary = await mina.Post("/moderation/bulk", ("Act", "decline"), ("Chosen", $"{a}/0"), ("Chosen", $"{b}/0"));
        Assert.Contains("Nothing has happened yet", summary.Text, StringComparison.Ordinal);
        Assert.Contains("One of two", summary.Text, StringComparison.Ordinal);
        Assert.Equal(CommentStanding.Waiting, Assert.Single(await hub.Received(first)).Standing);
        (await noah.Post($"/moderation?handler=approve&id={b}&seen=0")).MustBe(HttpStatusCode.OK);

        var done = await summary.Submit(("Clause", "1"), ("Reason", "Both are about one person"));

        Assert.Contains("1 comment could not be", done.Text, StringComparison.Ordinal);
        Assert.Contains("Noah Noble decided comment #1", done.Text, StringComparison.Ordinal);
        Assert.Equal(CommentStanding.Declined, Assert.Single(await hub.Received(first)).Standing);
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(second)).Standing);
    }

    [Fact]
    public async Task Nothing_is_declined_in_bulk_without_a_clause_and_a_reason()
    {
        var (on, id) = await Waiting("No reason given");

        var refused = await (await hub.As("mina")).Post("/moderation/bulk?handler=do", ("Act", "decline"), ("Chosen", $"{id}/0"), ("Reason", ""));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(CommentStanding.Waiting, Assert.Single(await hub.Received(on)).Standing);
    }

    private static string Place(HubPage queue, Guid comment) => queue.Document.QuerySelector($"#queue-{comment}")!.TextContent;

    private async Task<(SubjectRef On, Guid Comment)> Waiting(string text, string by = "tom")
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As(by), on, text);
        return (on, Assert.Single(await hub.Received(on)).Id);
    }
}
