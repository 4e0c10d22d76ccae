using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Rest;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.RestSources;

internal sealed class IndexModel(HubDb db, IOptions<HubOptions> hub) : PageModel
{
    public string Zone { get; } = hub.Value.Zone;

    public IReadOnlyList<RestSource> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Sources = await db.RestSources.AsNoTracking().OrderBy(source => source.Title).ToListAsync(cancellation);
}
