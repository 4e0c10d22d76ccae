using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Pauses;

/// <summary>Whether people may write in a discussion now: its own days and halts, and the days on which comments are closed altogether.</summary>
internal static class Openness
{
    /// <summary>Why nobody can write at that instant, or nothing. Of a thread also why nobody can write in it.</summary>
    public static async Task<string?> WhyShutAsync(this HubDb db, Discussion discussion, DateTimeOffset at, Guid? thread = null, CancellationToken cancellation = default)
    {
        if (discussion.WhyShut(at, thread) is { } why)
        {
            return why;
        }

        var today = discussion.DayOf(at);
        var pauses = await db.Pauses.AsNoTracking().Where(p => p.FirstDay <= today && today <= p.LastDay).ToListAsync(cancellation);
        return pauses.Where(p => p.IsInForce(at, today) && p.Concerns(discussion)).OrderByDescending(p => p.LastDay).FirstOrDefault()?.Sentence;
    }
}
