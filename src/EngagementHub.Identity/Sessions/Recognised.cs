using EngagementHub.Core.Web.Shared;

namespace EngagementHub.Identity.Sessions;

/// <summary>A session's cookie that was opened and found good, and until when it need not be opened again: until it is to be renewed or ends.</summary>
/// <remarks>That the session was not ended, and who it belongs to, is asked of the same readings as at every request.</remarks>
internal sealed class Recognised(SessionClock clock, Kept<string, SessionReading?> sessions, Kept<StaffId, StaffCard?> cards, string hash, StaffId person, DateTimeOffset from, DateTimeOffset until) : IRecognise
{
    public bool IsStillReader
    {
        get
        {
            var now = clock.Now;
            return now >= from && now < until
                && sessions.TryGet(hash, out var session) && session is not null && session.Person == person && session.LastSeenOn >= DateOnly.FromDateTime(now.UtcDateTime)
                && cards.TryGet(person, out var card) && card is { IsActive: true, Roles.Count: 0 };
        }
    }
}
