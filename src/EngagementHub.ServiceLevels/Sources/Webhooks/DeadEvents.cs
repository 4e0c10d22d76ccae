using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Sources.Webhooks;

internal static class DeadEvents
{
    private const int Most = 10_000;

    extension(HubDb db)
    {
        /// <summary>Tries again what could not be taken in. The caller saves.</summary>
        /// <returns>How many.</returns>
        public async Task<int> TryDeadAgainAsync(Guid webhook, Act act, CancellationToken cancellation)
        {
            var dead = await db.WebhookEvents.Where(received => received.WebhookId == webhook && received.Standing == EventStanding.Dead).OrderBy(received => received.Number).Take(Most).ToListAsync(cancellation);
            dead.ForEach(received => received.TryAgain(act));
            return dead.Count;
        }
    }
}
