using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>A writer changes a comment that nobody has decided and nobody is reading, where and while people may write.</summary>
internal sealed class Editing(HubDb db, HoldRules rules, TimeProvider clock)
{
    /// <summary>Why nobody may write in its thread now, or nothing.</summary>
    public async Task<string?> WhyShutAsync(Comment comment) =>
        await db.WhyShutAsync(await WhereAsync(comment), clock.GetUtcNow(), comment.ReplyTo ?? comment.Id);

    /// <summary>Why it cannot be changed now though nobody has decided it, or nothing.</summary>
    public async Task<string?> WhyNotAsync(Comment comment)
    {
        var id = comment.Id;
        var claim = await db.Claims.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id);
        return claim?.KeepsWriter(clock.GetUtcNow(), (await WhereAsync(comment)).Zone) ?? await WhyShutAsync(comment);
    }

    /// <exception cref="BrokenRuleException">It is decided or being read, or nobody may write there now.</exception>
    public async Task SaveAsync(Comment comment, string? text)
    {
        if (comment.IsEditable && await WhyNotAsync(comment) is { } why)
        {
            throw new BrokenRuleException($"{why}. Your change was not saved, and the comment stands as it did; keep a copy of your words if you want to use them later", "Text");
        }

        comment.Edit(text, await WhereAsync(comment), clock.GetUtcNow(), rules);
        await db.SaveChangesAsync();
    }

    private Task<Discussion> WhereAsync(Comment comment) => db.Discussions.AsNoTracking().SingleAsync(d => d.Id == comment.DiscussionId);
}
