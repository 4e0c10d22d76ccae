using EngagementHub.Conversation.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Comments;

/// <summary>Where comments are handed in. Those that come at the same time share one commit; each is answered only when its row is durable.</summary>
internal sealed class Letterbox(IServiceScopeFactory scopes, HoldRules rules, TimeProvider clock)
{
    private readonly SharedCommit<Letter, Comment> _deliveries = new(scopes, async (db, letters) =>
    {
        var delivery = await Delivery.PrepareAsync(db, letters, rules, clock.GetUtcNow());
        List<Func<Comment>> answers = [.. letters.Select(delivery.Answer)];
        await delivery.SaveAsync();
        return answers;
    });

    public async Task<Comment> ReceiveAsync(Guid discussionId, Draft draft, CancellationToken cancellation = default)
    {
        // Checked and made HTML here: inside the delivery everybody would wait for it.
        _ = draft.Words;
        return await _deliveries.ReceiveAsync(new Letter(discussionId, draft), cancellation);
    }
}

/// <summary>A draft on its way to a discussion.</summary>
internal sealed record Letter(Guid DiscussionId, Draft Draft);
