using System.Net;

namespace EngagementHub.Tests.Conversation;

public sealed class AnswerGonePageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_reply_to_a_comment_that_vanished_is_refused_with_its_words_and_becomes_a_comment_of_its_own_only_when_asked()
    {
        var on = await hub.Open(preModerated: false);
        var (tom, grace) = (await hub.As("tom"), await hub.As("grace"));
        await ConversationFixture.Write(tom, await hub.Open(), "Before");
        await ConversationFixture.Write(grace, on, "Who decides this?");
        var asked = Assert.Single(await hub.Received(on));
        var form = await tom.Open($"/comments/write?on={on}&replyTo={asked.Id}");
        await (await grace.Open($"/comments/{asked.Id}/take-back")).Submit();

        var refused = await form.Submit(("Text", "Between the two of us: not him"), ("Shown", "named"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(refused.Errors, e => e.StartsWith("The comment you answer is not shown to readers any more", StringComparison.Ordinal));
        Assert.Equal("Between the two of us: not him", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.DoesNotContain(await hub.Received(on), c => c.Text.Contains("Between", StringComparison.Ordinal));

        var sent = await refused.Submit(("!button", "Send it as a comment of its own"));

        sent.MustBe(HttpStatusCode.OK);
        Assert.Contains(await hub.Received(on), c => c.Text.Contains("Between", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_follows_an_old_link_to_reply_is_told_before_typing()
    {
        var on = await hub.Open();

        var page = await (await hub.As("grace")).Open($"/comments/write?on={on}&replyTo={Guid.NewGuid()}");

        Assert.Contains("becomes a comment of its own", page.Text, StringComparison.Ordinal);
    }
}
