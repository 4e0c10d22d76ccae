using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class IndexModel(HubDb db, PlansDesk desk, PlanReader reader) : PageModel
{
    public IReadOnlyList<PlanView> Plans { get; private set; } = [];

    public IReadOnlyList<Plan> Drafts { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public async Task OnGetAsync()
    {
        Plans = await reader.AllAsync(HttpContext.RequestAborted);
        MayWrite = await desk.MayWriteAsync();
        var (me, all) = (User.Identity?.IsAuthenticated == true ? desk.Me : default, MayWrite);
        Drafts = await db.Plans.AsNoTracking().Where(p => p.AdoptedAt == null && (all || p.Owner == me)).OrderBy(p => p.Title).ToListAsync();
    }
}
