using System.Net;
using EngagementHub.Conversation;

namespace EngagementHub.Tests.Conversation;

public sealed class EditCommentTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_comment_is_changed_until_a_moderator_decides_it_and_keeps_its_number()
    {
        var on = await hub.Open();
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "Frist words");
        var url = Assert.Single(await hub.Received(on)).Url;

        var changed = await (await tom.Open($"{url}/edit")).Submit(("Text", "First words"));

        Assert.Contains("Your comment #1 is changed. It waits for a moderator", changed.Text, StringComparison.Ordinal);
        Assert.Contains("First words", changed.Text, StringComparison.Ordinal);
        var form = await tom.Open($"{url}/edit");
        await Approve(on);
        var refused = await form.Submit(("Text", "Quite other words"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("A moderator has decided this comment by now", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Quite other words", refused.Body, StringComparison.Ordinal);
        Assert.Contains("First words", Assert.Single(await hub.Received(on)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_changed_is_looked_at_anew()
    {
        var on = await hub.Open(preModerated: false);
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "Harmless");
        var comment = Assert.Single(await hub.Received(on));
        Assert.Equal(CommentStanding.Published, comment.Standing);

        await (await tom.Open($"{comment.Url}/edit")).Submit(("Text", "Ring 020 7946 0018"));

        Assert.Equal(CommentStanding.Waiting, Assert.Single(await hub.Received(on)).Standing);
        await (await tom.Open($"{comment.Url}/edit")).Submit(("Text", "Ring nobody"));
        Assert.Equal(CommentStanding.Published, Assert.Single(await hub.Received(on)).Standing);
        Assert.Contains("changed by its writer 24 April 2007", (await hub.Show(on, tom)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_without_a_name_is_changed_by_its_code()
    {
        var on = await hub.Open();
        var sent = await ConversationFixture.Write(await hub.As("tom"), on, "Nameless", "anonymous");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();
        var story = await (await (await hub.As("sam")).Open("/comments/receipt")).Submit(("Code", code));

        var empty = await story.Submit("form[action*=change]", ("Text", " \u200B"));
        empty.MustBe(HttpStatusCode.UnprocessableEntity);
        await story.Submit("form[action*=change]", ("Text", "Nameless still"));

        Assert.Contains("Nameless still", (await (await (await hub.As("mina")).Open("/moderation")).Client.Open("/moderation")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_a_comment_of_somebody_else_s()
    {
        var on = await hub.Open();
        await ConversationFixture.Write(await hub.As("tom"), on, "Mine");

        (await (await hub.As("sam")).Post($"{Assert.Single(await hub.Received(on)).Url}/edit", ("Text", "Yours"))).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_nobody_may_write_nothing_is_changed_and_the_words_come_back()
    {
        var on = await hub.Open();
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "In time");
        var form = await tom.Open($"{Assert.Single(await hub.Received(on)).Url}/edit");
        var now = hub.Clock.Now;
        hub.Clock.Now = new DateTimeOffset(2007, 4, 30, 23, 0, 0, TimeSpan.Zero);

        var late = await form.Submit(("Text", "A second too late"));

        hub.Clock.Now = now;
        late.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("closed on Monday 30 April 2007", late.Text, StringComparison.Ordinal);
        Assert.Contains("A second too late", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_moderator_reads_it_a_comment_is_not_changed_and_its_writer_is_told_so()
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open(title: "Being read");
        var (tom, mina) = (await hub.As("tom"), await hub.As("mina"));
        await ConversationFixture.Write(tom, on, "As it was");
        var sent = await ConversationFixture.Write(await hub.As("sam"), on, "Nameless as it was", "anonymous");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();
        var (named, nameless) = ((await hub.Received(on))[0], (await hub.Received(on))[1]);
        var form = await tom.Open($"{named.Url}/edit");
        foreach (var comment in (Guid[])[named.Id, nameless.Id])
        {
            await (await mina.Open($"/moderation/{comment}/history")).Submit("#claim");
        }

        var refused = await form.Submit(("Text", "As it should be"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("A moderator is reading this comment until 10:32am on Tuesday 24 April 2007, so it cannot be changed now", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("As it should be", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mina", refused.Text, StringComparison.Ordinal);
        var mine = (await tom.Open("/comments/mine")).Document.QuerySelector($"#comment-{named.Id}")!;
        Assert.Contains("A moderator is reading this comment", mine.TextContent, StringComparison.Ordinal);
        Assert.Null(mine.QuerySelector("a[href$=edit]"));
        Assert.Null((await tom.Open($"{named.Url}/edit")).Document.QuerySelector("main form"));
        var receipt = await (await (await hub.As("")).Open("/comments/receipt")).Submit(("Code", code));
        Assert.Contains("A moderator is reading this comment", receipt.Text, StringComparison.Ordinal);
        Assert.Null(receipt.Document.QuerySelector("form[action*=change]"));

        hub.Clock.Now += TimeSpan.FromMinutes(15);
        await form.Submit(("Text", "As it should be"));
        hub.Clock.Now = Talk.Now;
        Assert.Contains("As it should be", (await tom.Open("/comments/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_halted_thread_nothing_is_changed()
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open(preModerated: false);
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "The head");
        var head = Assert.Single(await hub.Received(on));
        await (await tom.Open($"/comments/write?on={on}&replyTo={head.Id}")).Submit(("Text", "The reply"), ("Shown", "named"));
        var forms = (HubPage[])[await tom.Open($"{head.Url}/edit"), await tom.Open($"{(await hub.Received(on))[1].Url}/edit")];
        await hub.In<object?>(async (_, db) =>
        {
            var comment = (await db.FindAsync<EngagementHub.Conversation.Comments.Comment>(head.Id))!;
            var discussion = (await db.FindAsync<EngagementHub.Conversation.Discussions.Discussion>(comment.DiscussionId))!;
            discussion.Halt(Talk.By(People.Mina), new(Talk.Code, Talk.Code.Clause(1), "It turned", null, EngagementHub.Conversation.Discussions.QueuedWhileHalted.Wait) { Thread = comment });
            return null;
        });

        foreach (var form in forms)
        {
            var refused = await form.Submit(("Text", "Other words"));
            refused.MustBe(HttpStatusCode.UnprocessableEntity);
            Assert.Contains("This thread is halted", Assert.Single(refused.Errors), StringComparison.Ordinal);
        }

        Assert.Contains("This thread is halted", (await tom.Open($"/comments/write?on={on}&replyTo={head.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_meets_the_signposts_too_by_name_and_by_code()
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open();
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "General words");
        var sent = await ConversationFixture.Write(await hub.As("sam"), on, "Nameless words", "anonymous");
        var code = sent.Document.QuerySelector(".hub-receipt")!.TextContent.Trim();

        var asked = await (await tom.Open($"{(await hub.Received(on))[0].Url}/edit")).Submit(("Text", "When will my payslip be put right?"));
        Assert.Contains("Your own pay", asked.Document.QuerySelector("#signposts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is changed", (await asked.Submit()).Text, StringComparison.Ordinal);

        var receipt = await (await (await hub.As("")).Open("/comments/receipt")).Submit(("Code", code));
        var again = await receipt.Submit("form[action*=change]", ("Text", "What about my payslip?"));
        Assert.Contains("Your own pay", again.Document.QuerySelector("#signposts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("is changed", (await again.Submit("form[action*=change]")).Text, StringComparison.Ordinal);
    }

    private async Task Approve(SubjectRef on)
    {
        var comment = Assert.Single(await hub.Received(on));
        await hub.In<object?>(async (_, db) =>
        {
            (await db.FindAsync<EngagementHub.Conversation.Comments.Comment>(comment.Id))!.Approve(Talk.By(People.Mina));
            return null;
        });
    }
}
