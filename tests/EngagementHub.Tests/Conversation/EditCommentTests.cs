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
