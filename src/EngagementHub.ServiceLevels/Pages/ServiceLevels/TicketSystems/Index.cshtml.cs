using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

internal sealed class IndexModel(HubDb db, IOptions<HubOptions> hub) : PageModel
{
    public IReadOnlyList<PolledSource> Sources { get; private set; } = [];

    public IReadOnlyDictionary<Guid, int> Waiting { get; private set; } = new Dictionary<Guid, int>();

    public string Zone => hub.Value.Zone;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sources = await db.PolledSources.AsNoTracking().OrderBy(source => source.Title).ToListAsync(cancellation);
        Waiting = await db.WaitingTickets.GroupBy(ticket => ticket.SourceId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }
}
