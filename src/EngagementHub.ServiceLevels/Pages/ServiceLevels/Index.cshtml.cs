using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

internal sealed class IndexModel(HubDb db, Published published, ICurrentStaff current, TimeProvider clock) : PageModel
{
    public Board Board { get; private set; } = new(default, []);

    public IReadOnlyList<Service> Unmeasured { get; private set; } = [];

    public bool MayDefine { get; private set; }

    public bool MayImport { get; private set; }

    public bool MayConnect { get; private set; }

    /// <summary>Every level of every service: what the board says first.</summary>
    public string InWords => Board.InWords;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Board = Board.At(clock.GetUtcNow(), await published.HeadlinesAsync(cancellation));
        var measured = Board.Reports.Select(report => report.Service.Id).ToHashSet();
        var all = await db.Services.AsNoTracking().OrderBy(service => service.Place).ToListAsync(cancellation);
        Unmeasured = [.. all.Where(service => !measured.Contains(service.Id))];
        MayDefine = await current.MayAsync(ServiceLevelsModule.Define);
        MayImport = await current.MayAsync(ServiceLevelsModule.Import);
        MayConnect = await current.MayAsync(ServiceLevelsModule.Connect);
    }

    public static IEnumerable<LevelReport> All(LevelReport first) => Board.All(first);
}
