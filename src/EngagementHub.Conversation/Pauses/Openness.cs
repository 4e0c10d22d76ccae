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

        return discussion.WhyPaused(await db.PausesOnAsync(discussion.DayOf(at), cancellation), at);
    }

    /// <summary>The pauses that have the day.</summary>
    public static Task<List<Pause>> PausesOnAsync(this HubDb db, DateOnly today, CancellationToken cancellation = default) =>
        db.Pauses.AsNoTracking().Where(p => p.FirstDay <= today && today <= p.LastDay).ToListAsync(cancellation);

    public static string? WhyPaused(this Discussion discussion, IEnumerable<Pause> pauses, DateTimeOffset at) =>
        pauses.Where(p => p.IsInForce(at, discussion.DayOf(at)) && p.Concerns(discussion)).OrderByDescending(p => p.LastDay).FirstOrDefault()?.Sentence;
}
