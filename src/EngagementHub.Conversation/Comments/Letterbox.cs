using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>Where comments are handed in: numbered without gaps, one for each sending, refused when the discussion has shut a moment ago.</summary>
internal sealed class Letterbox(HubDb db, HoldRules rules, TimeProvider clock)
{
    private const string NotSent = "Your comment was not sent; keep a copy of it if you want to send it later";

    public async Task<Comment> ReceiveAsync(Guid discussionId, Draft draft, CancellationToken cancellation = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Holds the discussion's row until the end: what is read below cannot change under us, and a request sent twice comes one after the other.
        await db.Discussions.Where(d => d.Id == discussionId)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.LastNumber, d => d.LastNumber + 1), cancellation);
        if (await SentBeforeAsync(draft, cancellation) is { } before)
        {
            return before.Author == draft.By?.Author ? before : throw new BrokenRuleException("This comment was sent already, shown in another way. Open the form again to write another one");
        }

        var discussion = await db.Discussions.SingleAsync(d => d.Id == discussionId, cancellation);
        var now = clock.GetUtcNow();
        await db.MustLetWriteAsync(discussion, now, NotSent, cancellation);
        var code = (await CodeHistory.LoadAsync(db, cancellation)).MustBeInForceOn(discussion.DayOf(now));
        var comment = discussion.Receive(draft, discussion.LastNumber, code, now, rules);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return comment;
    }

    private async Task<Comment?> SentBeforeAsync(Draft draft, CancellationToken cancellation) => draft.Receipt is { } receipt
        ? await db.Comments.AsNoTracking().FirstOrDefaultAsync(c => c.Receipt == receipt, cancellation)
        : null;
}
