using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

internal sealed class IndexModel(HubDb db, Scoreboard scoreboard, ICurrentStaff current, TimeProvider clock) : PageModel
{
    public Board Board { get; private set; } = new(default, []);

    public IReadOnlyList<Service> Unmeasured { get; private set; } = [];

    public bool MayDefine { get; private set; }

    public bool MayImport { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Board = Board.At(clock.GetUtcNow(), await scoreboard.HeadlinesAsync(cancellation));
        var measured = Board.Reports.Select(report => report.Service.Id).ToHashSet();
        var all = await db.Services.AsNoTracking().OrderBy(service => service.Place).ToListAsync(cancellation);
        Unmeasured = [.. all.Where(service => !measured.Contains(service.Id))];
        MayDefine = await current.MayAsync(ServiceLevelsModule.Define);
        MayImport = await current.MayAsync(ServiceLevelsModule.Import);
    }
}
