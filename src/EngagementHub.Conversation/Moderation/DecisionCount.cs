using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>Decisions about comments, as work that takes time. Who took them is not asked.</summary>
internal sealed class DecisionCount(HubDb db) : ICountWork
{
    public async Task<WorkCount> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default) =>
        new("Decisions", "decisions about comments", await db.Decisions.LongCountAsync(d => d.At >= from && d.At < until, cancellation));
}
