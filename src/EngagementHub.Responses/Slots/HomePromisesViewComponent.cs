using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>What was promised: how many are late, open and kept, and what is due next.</summary>
public sealed class HomePromisesViewComponent(HubDb db) : ViewComponent
{
    private const int Shown = 3;

    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var services = HttpContext.RequestServices;
        var today = services.GetRequiredService<ScopeDesk>().Today;
        var made = db.Promises.AsNoTracking().Where(p => p.MadeAt != null);
        var open = made.Where(p => p.KeptAt == null && p.DroppedAt == null);
        var next = await open.Where(p => p.Due >= today).OrderBy(p => p.Due).Take(Shown).ToListAsync();
        var shown = next.Count > 0 ? next : await open.OrderBy(p => p.Due).Take(Shown).ToListAsync();
        var ledger = services.GetRequiredService<Ledger>();
        List<LedgerLine> lines = [];
        foreach (var promise in shown)
        {
            lines.Add(await ledger.LineOfAsync(promise));
        }

        return View("~/Pages/Responses/Slots/_HomePromises.cshtml", new PromisesCard(
            today, await open.CountAsync(p => p.Due < today), await open.CountAsync(p => p.Due >= today), await made.CountAsync(p => p.KeptAt != null), lines));
    }
}

internal sealed record PromisesCard(DateOnly Today, int Late, int Open, int Kept, IReadOnlyList<LedgerLine> Next);
