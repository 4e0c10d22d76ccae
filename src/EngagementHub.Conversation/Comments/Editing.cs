using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>A writer changes a comment that nobody has decided, where and while people may write.</summary>
internal sealed class Editing(HubDb db, HoldRules rules, TimeProvider clock)
{
    private const string NotSaved = "Your change was not saved, and the comment stands as it did; keep a copy of your words if you want to use them later";

    /// <exception cref="BrokenRuleException">It is decided, or nobody may write there now.</exception>
    public async Task SaveAsync(Comment comment, string? text)
    {
        var now = clock.GetUtcNow();
        var on = await db.Discussions.AsNoTracking().SingleAsync(d => d.Id == comment.DiscussionId);
        await db.MustLetWriteAsync(on, now, NotSaved);
        comment.Edit(text, on, now, rules);
        await db.SaveChangesAsync();
    }
}
