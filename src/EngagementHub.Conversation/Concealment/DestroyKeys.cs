using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Concealment;

/// <summary>Destroys the keys whose day has come, also one that somebody put back, and the marks made with them.</summary>
internal sealed class DestroyKeys(HubDb db, KeyFolder keys) : IJob
{
    public string Name => "conversation.pseudonym-keys";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        // Looked at before the discussions are read: a key that is made meanwhile belongs to one of which this run knows nothing.
        var there = keys.Names;
        var kept = await db.Discussions.IgnoreAutoIncludes().Where(d => d.KeyUntil != null).ToListAsync(cancellation);
        var over = kept.Where(d => d.DayOf(now) > d.KeyUntil).ToList();
        var living = kept.Except(over).Select(d => Pseudonyms.KeyOf(d.Id)).ToHashSet();
        foreach (var name in there.Where(n => Guid.TryParse(n, out _) && !living.Contains(n)))
        {
            keys.Destroy(name);
        }

        // Written down only once the key is gone: a run that stops in between is made up for by the next.
        foreach (var discussion in over)
        {
            await ForgetAsync(discussion, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task ForgetAsync(Discussion discussion, DateTimeOffset now, CancellationToken cancellation)
    {
        var id = discussion.Id;
        db.Voices.RemoveRange(await db.Voices.Where(v => v.DiscussionId == id).ToListAsync(cancellation));
        if (discussion.KeyDestroyedOn is null)
        {
            discussion.KeyDestroyed(now);
        }
    }
}
