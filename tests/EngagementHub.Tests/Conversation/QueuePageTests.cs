using EngagementHub.Conversation;
using EngagementHub.Conversation.Moderation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class QueuePageTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task A_long_queue_has_pages_and_what_cannot_be_decided_now_comes_last()
    {
        hub.Clock.Now = Talk.Now;
        var (halted, open) = (await hub.Open(title: "Halted"), await hub.Open(title: "Busy"));
        var mina = await hub.As("mina");
        await Fill(halted, Queue.Page, "Kept");
        await Fill(open, 2, "Ring 020 7035 4848");
        await Halt(halted);

        var first = await mina.Open("/moderation");
        var second = await mina.Open("/moderation?p=2");

        var items = first.Document.QuerySelectorAll(".hub-queue-item").ToList();
        Assert.Equal(Queue.Page, items.Count);
        Assert.All(items.Take(2), i => Assert.Contains("Busy", i.TextContent, StringComparison.Ordinal));
        Assert.Contains($"{Queue.Page + 2} waiting for a decision", first.Text, StringComparison.Ordinal);
        Assert.Contains("2 comments of the queue", (await mina.Open("/moderation?rule=telephone+number")).Text, StringComparison.Ordinal);
        Assert.Equal(2, second.Document.QuerySelectorAll(".hub-queue-item").Length);
        Assert.NotNull(first.Document.QuerySelector("nav.govuk-pagination a[href='?p=2']"));
        Assert.Equal(2, (await mina.Open("/moderation?p=99")).Document.QuerySelectorAll(".hub-queue-item").Length);
    }

    private Task<object?> Fill(SubjectRef on, int comments, string text) => hub.In<object?>(async (_, db) =>
    {
        var discussion = await db.Discussions.SingleAsync(d => d.On == on);
        db.Comments.AddRange(Enumerable.Range(0, comments).Select(_ => discussion.Write(text)));
        return null;
    });

    private Task<object?> Halt(SubjectRef on) => hub.In<object?>(async (_, db) =>
    {
        (await db.Discussions.SingleAsync(d => d.On == on)).Halt(lastDay: null);
        return null;
    });
}
