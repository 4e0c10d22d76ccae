using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Sessions;

/// <summary>A session as it is looked up at each request.</summary>
internal sealed record SessionReading(StaffId Person, DateOnly LastSeenOn);

/// <summary>The sessions that hold, through readings that a change ends on every node, and three seconds in any case.</summary>
internal sealed class HeldSessions(HubDb db, Kept<string, SessionReading?> kept)
{
    /// <summary>The session whose key has that hash; nothing when it was ended.</summary>
    public ValueTask<SessionReading?> FindAsync(string hash) =>
        kept.TryGet(hash, out var session) ? new(session)
        : new(kept.GetAsync(hash, () => db.Sessions.Where(s => s.KeyHash == hash).Select(s => new SessionReading(s.Person, s.LastSeenOn)).FirstOrDefaultAsync()));
}
