using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

internal sealed class IndexModel(HubDb db, IOptions<HubOptions> hub) : PageModel
{
    public string Zone { get; } = hub.Value.Zone;

    public IReadOnlyList<Line> Hooks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await db.WebhookEvents.GroupBy(received => new { received.WebhookId, received.Standing }).Select(group => new { group.Key.WebhookId, group.Key.Standing, Count = group.Count() }).ToListAsync(cancellation);
        int Count(Guid hook, EventStanding standing) => counts.Where(count => count.WebhookId == hook && count.Standing == standing).Sum(count => count.Count);
        Hooks = [.. (await db.Webhooks.AsNoTracking().OrderBy(hook => hook.Title).ToListAsync(cancellation))
            .Select(hook => new Line(hook.Name, hook.Title, hook.LastGoodAt, Count(hook.Id, EventStanding.Taken), Count(hook.Id, EventStanding.Waiting), Count(hook.Id, EventStanding.Dead)))];
    }

    internal sealed record Line(string Name, string Title, DateTimeOffset? LastGoodAt, int Taken, int Waiting, int Dead);
}
