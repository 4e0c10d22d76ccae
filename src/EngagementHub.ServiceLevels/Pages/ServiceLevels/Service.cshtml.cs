using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Signing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels;

internal sealed class ServiceModel(HubDb db, Published published, ServiceNews news, Rights rights, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private IReadOnlyList<MethodSignature> _agreed = [];

    public Service Service { get; private set; } = null!;

    public IReadOnlyList<LevelReport> Reports { get; private set; } = [];

    public IReadOnlyList<NewsLine> News { get; private set; } = [];

    public bool MayDefine { get; private set; }

    public bool MaySeeTickets { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await db.Services.AsNoTracking().FirstOrDefaultAsync(service => service.Slug == slug, cancellation) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        Reports = await published.OfAsync(service, cancellation);
        var levels = Reports.Select(report => report.Level.Id).ToList();
        _agreed = await db.MethodSignatures.AsNoTracking().Where(method => levels.Contains(method.LevelId)).ToListAsync(cancellation);
        News = await news.OfAsync(service, Reports, cancellation);
        MayDefine = await rights.KeepsAsync(service);
        MaySeeTickets = await current.MayAsync(ServiceLevelsModule.SeeTickets);
        return Page();
    }

    public LevelView View(LevelReport report) => new(report, clock.GetUtcNow(), MaySeeTickets, MayDefine) { Agreed = [.. _agreed.Where(method => method.LevelId == report.Level.Id).Select(method => method.From)] };
}
