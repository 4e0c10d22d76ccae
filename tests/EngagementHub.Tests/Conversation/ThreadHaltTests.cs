using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class ThreadHaltTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_halted_thread_takes_no_reply_while_the_rest_of_the_discussion_goes_on()
    {
        hub.Clock.Now = Talk.Now;
        var on = await hub.Open(preModerated: false);
        var (tom, mina) = (await hub.As("tom"), await hub.As("mina"));
        await ConversationFixture.Write(tom, on, "It began here");
        var (head, place) = (Assert.Single(await hub.Received(on)).Id, await hub.In((_, db) => db.Discussions.Where(d => d.On == on).Select(d => d.Id).SingleAsync()));
        var form = await tom.Open($"/comments/write?on={on}&replyTo={head}");

        await (await mina.Open($"/moderation/discussions/{place}?thread={head}")).Submit(
            ("Clause", "1"), ("Reason", "It turned to named colleagues"), ("LastDay.Day", "26"), ("LastDay.Month", "4"), ("LastDay.Year", "2007"), ("ReviewBy.Day", "25"), ("ReviewBy.Month", "4"), ("ReviewBy.Year", "2007"));

        var refused = await form.Submit(("Text", "One more word"), ("Shown", "named"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("This thread is halted until the end of Thursday 26 April 2007", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Contains("One more word", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var shown = await hub.Show(on, tom);
        Assert.Contains("This thread is halted until the end of Thursday 26 April 2007", shown.Document.QuerySelector("#comment-1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("#comment-1 a[href*=replyTo]"));
        await ConversationFixture.Write(tom, on, "Something else");
        Assert.Equal(2, (await hub.Received(on)).Count);

        hub.Clock.Now = new DateTimeOffset(2007, 4, 25, 9, 0, 0, TimeSpan.Zero);
        Assert.Contains("Review is due", (await mina.Open("/moderation/discussions")).Text, StringComparison.Ordinal);
        hub.Clock.Now = new DateTimeOffset(2007, 4, 27, 9, 0, 0, TimeSpan.Zero);
        (await form.Submit(("Text", "One more word"), ("Shown", "named"))).MustBe(HttpStatusCode.OK);
        Assert.Equal(3, (await hub.Received(on)).Count);
    }

    [Fact]
    public async Task Closed_discussions_are_not_offered_to_be_halted()
    {
        hub.Clock.Now = Talk.Now;
        await hub.Open(title: "Closed in April");
        hub.Clock.Now = new DateTimeOffset(2007, 5, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.DoesNotContain("Closed in April", (await (await hub.As("mina")).Open("/moderation/discussions")).Text, StringComparison.Ordinal);
    }
}
