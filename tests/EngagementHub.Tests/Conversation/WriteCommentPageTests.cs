using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.Conversation;

public sealed class WriteCommentPageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Staff_accept_the_code_once_and_comment_by_name()
    {
        var on = await hub.Open();
        var grace = await hub.As("grace");
        var refused = await (await grace.Open($"/comments/write?on={on}")).Submit(("Text", "More chairs"), ("Shown", "named"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("More chairs", refused.Body, StringComparison.Ordinal);

        var accepted = await refused.Submit(("Accept", "true"));
        Assert.Empty(await hub.Received(on));
        var sent = await accepted.Submit();

        sent.MustBe(HttpStatusCode.OK);
        Assert.Contains("Your comment #1 waits for a moderator", sent.Told, StringComparison.Ordinal);
        var comment = Assert.Single(await hub.Received(on));
        Assert.Equal(("Grace Green, Head of Reward", CommentStanding.Waiting), (comment.AuthorLabel, comment.Standing));
        Assert.Null((await grace.Open($"/comments/write?on={on}")).Document.QuerySelector("[name=Accept]"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_keeps_what_was_typed()
    {
        var on = await hub.Open();

        var page = await (await hub.As("")).Post($"/comments/write?on={on}&handler=continue", ("Text", "Not lost"), ("Shown", "named"));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Sign in to comment", page.Text, StringComparison.Ordinal);
        Assert.Equal("Not lost", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await hub.Received(on));
    }

    [Fact]
    public async Task From_the_discussion_one_continues_to_a_preview_and_sends()
    {
        var on = await hub.Open();
        var shown = await hub.Show(on, await hub.As("sam"));

        var asked = await shown.Submit(("Text", "**Bold** words"), ("Shown", "named"));
        var preview = await asked.Submit(("Accept", "true"));
        var sent = await preview.Submit();

        Assert.Contains("<strong>Bold</strong>", preview.Body, StringComparison.Ordinal);
        sent.MustBe(HttpStatusCode.OK);
        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_comment()
    {
        var on = await hub.Open();
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, await hub.Open(), "Before");
        var form = await tom.Open($"/comments/write?on={on}");

        await form.Submit(("Text", "Once"), ("Shown", "anonymous"));
        await form.Submit(("Text", "Once"), ("Shown", "anonymous"));

        Assert.Single(await hub.Received(on));
    }

    [Fact]
    public async Task Sent_by_name_and_then_again_without_it_the_form_makes_an_anonymous_comment_and_never_hands_out_the_named_one()
    {
        var on = await hub.Open();
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, await hub.Open(), "Before");
        var form = await tom.Open($"/comments/write?on={on}");
        await form.Submit(("Text", "Second thoughts"), ("Shown", "named"));

        var sent = await form.Submit(("Text", "Second thoughts"), ("Shown", "anonymous"));

        Assert.Contains("Comment #2 waits for a moderator. Your name does not stand with it", sent.Text, StringComparison.Ordinal);
        Assert.Equal([People.Tom, null], (await hub.Received(on)).Select(c => c.Author));
    }

    [Fact]
    public async Task The_letterbox_does_not_take_a_named_comment_for_the_anonymous_one_with_its_receipt()
    {
        var on = await hub.Open();
        var receipt = Guid.NewGuid().ToString("N");
        await Receive(on, new Draft("Hello", new Signature(People.Tom, "Tom Taylor", "Caseworker"), Receipt: receipt));

        await Assert.ThrowsAsync<BrokenRuleException>(() => Receive(on, new Draft("Hello", null, Receipt: receipt)));

        Assert.Equal(People.Tom, Assert.Single(await hub.Received(on)).Author);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_code_is_accepted()
    {
        var on = await hub.Open();
        var priya = await hub.As("priya");

        var refused = await priya.Post($"/comments/write?on={on}", ("Text", "Too soon"), ("Shown", "anonymous"), ("Accept", "true"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Empty(await hub.Received(on));
        Assert.NotNull((await priya.Open($"/comments/write?on={on}")).Document.QuerySelector("[name=Accept]"));
    }

    [Theory]
    [InlineData("\u200B \u200D", "Write your comment")]
    [InlineData(null, "must be 10,000 characters or fewer")]
    public async Task What_cannot_be_a_comment_is_refused_in_a_sentence_with_the_text_kept(string? text, string sentence)
    {
        var on = await hub.Open();

        var page = await ConversationFixture.Write(await hub.As("tom"), on, text ?? new string('[', 100_000));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, string.Join(' ', page.Errors), StringComparison.Ordinal);
        Assert.Equal(text?.Length ?? 100_000, page.Document.QuerySelector("textarea")!.TextContent.Trim('\n').Length);
    }

    [Fact]
    public async Task Brackets_nested_too_deeply_are_refused_in_a_sentence()
    {
        var page = await ConversationFixture.Write(await hub.As("tom"), await hub.Open(), new string('[', 9_000));

        Assert.True(page.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK, page.Status.ToString());
    }

    [Fact]
    public async Task A_reply_to_a_reply_stays_in_the_thread()
    {
        var on = await hub.Open(preModerated: false);
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "First");
        var first = (await hub.Received(on))[0].Id;
        await (await tom.Open($"/comments/write?on={on}&replyTo={first}")).Submit(("Text", "Reply"), ("Shown", "named"));
        var reply = (await hub.Received(on))[1].Id;

        await (await tom.Open($"/comments/write?on={on}&replyTo={reply}")).Submit(("Text", "Reply to the reply"), ("Shown", "named"));

        var page = await hub.Show(on, tom);
        Assert.Equal(2, page.Document.QuerySelectorAll("#comment-1 .hub-comments__replies .hub-comment").Length);
        Assert.Contains("3 comments", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_discussion_is_there_is_no_form() =>
        (await (await hub.As("tom")).Open($"/comments/write?on=test.thing/{Guid.NewGuid()}")).MustBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Its_permanent_link_leads_to_the_comment()
    {
        var on = await hub.Open(preModerated: false);
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, on, "Hello");
        var comment = Assert.Single(await hub.Received(on));

        var page = await (await hub.As("sam")).Open(comment.Url);

        Assert.StartsWith("/code-of-conduct", page.Url, StringComparison.Ordinal);
        (await tom.Open($"/comments/{Guid.NewGuid()}")).MustBe(HttpStatusCode.NotFound);
    }

    private Task<Comment> Receive(SubjectRef on, Draft draft) => hub.In(async (services, db) =>
        await services.GetRequiredService<Letterbox>().ReceiveAsync((await db.Discussions.SingleAsync(d => d.On == on)).Id, draft));
}
