using EngagementHub.Conversation;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Conversation;

public sealed class HaltTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    [Fact]
    public async Task Of_two_moderators_who_halt_a_discussion_at_once_the_second_is_refused()
    {
        var on = await hub.Open();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Change(on, async late =>
        {
            await Change(on, quick => Task.FromResult(Halted(quick)));
            Halted(late);
        }));

        await Change(on, discussion => Task.FromResult(Assert.Single(discussion.Halts)));
    }

    [Fact]
    public async Task Of_two_moderators_who_open_a_discussion_again_at_once_the_second_is_refused()
    {
        var on = await hub.Open();
        await Change(on, discussion => Task.FromResult(Halted(discussion)));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Change(on, async late =>
        {
            await Change(on, quick => Task.FromResult(Reopened(quick, People.Mina)));
            Reopened(late, People.Noah);
        }));

        await Change(on, discussion => Task.FromResult(Assert.Single(discussion.Halts, h => h.LiftedBy == People.Mina)));
    }

    private static Discussion Halted(Discussion discussion)
    {
        discussion.Halt(lastDay: null);
        return discussion;
    }

    private static Discussion Reopened(Discussion discussion, StaffId by)
    {
        discussion.Reopen(Talk.By(by));
        return discussion;
    }

    private Task<object?> Change(SubjectRef on, Func<Discussion, Task> change) => hub.In<object?>(async (_, db) =>
    {
        await change(await db.Discussions.SingleAsync(d => d.On == on));
        return null;
    });
}
