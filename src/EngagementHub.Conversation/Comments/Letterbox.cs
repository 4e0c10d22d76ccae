using EngagementHub.Conversation.Moderation;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Comments;

/// <summary>Where comments are handed in. Those that come at the same time share one commit; each is answered only when its row is durable.</summary>
internal sealed class Letterbox(IServiceScopeFactory scopes, HoldRules rules, TimeProvider clock)
{
    private readonly SharedCommit<Letter, Comment> _deliveries = Deliveries(scopes, (rules, new ReadOnce<DeliveryReadings>()), clock);

    public async Task<Comment> ReceiveAsync(Guid discussionId, Draft draft, CancellationToken cancellation = default)
    {
        // Checked, made HTML and looked through for what holds it here: inside the delivery everybody would wait for it.
        _ = (draft.Words, draft.HeldBy(rules));
        return await _deliveries.ReceiveAsync(new Letter(discussionId, draft), cancellation);
    }

    private static SharedCommit<Letter, Comment> Deliveries(IServiceScopeFactory scopes, (HoldRules, ReadOnce<DeliveryReadings>) from, TimeProvider clock) => new(scopes, async (db, letters) =>
    {
        var delivery = await Delivery.PrepareAsync(db, letters, from, clock.GetUtcNow());
        List<Func<Comment>> answers = [.. letters.Select(delivery.Answer)];
        await delivery.SaveAsync();
        return answers;
    });
}

/// <summary>A draft on its way to a discussion.</summary>
internal sealed record Letter(Guid DiscussionId, Draft Draft);
