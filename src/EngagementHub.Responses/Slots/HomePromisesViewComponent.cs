using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>What was promised: how many are late, open and kept; which are late, which are due next, or what was kept last when none is open.</summary>
public sealed class HomePromisesViewComponent(HubDb db) : ViewComponent
{
    private const int Shown = 3;

    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var today = HttpContext.RequestServices.GetRequiredService<ScopeDesk>().Today;
        var made = db.Promises.AsNoTracking().Where(p => p.MadeAt != null);
        var kept = made.Where(p => p.KeptAt != null);
        var open = made.Where(p => p.KeptAt == null && p.DroppedAt == null);
        var (late, next) = (open.Where(p => p.Due < today), open.Where(p => p.Due >= today));
        var card = new PromisesCard(today, await late.CountAsync(), await next.CountAsync(), await kept.CountAsync());
        return View("~/Pages/Responses/Slots/_HomePromises.cshtml", card with
        {
            Lists =
            [
                new("Late", "was due", await LinesAsync(late.OrderBy(p => p.Due))),
                new("Due next", "by", await LinesAsync(next.OrderBy(p => p.Due))),
                .. card.Late + card.Open > 0 ? Enumerable.Empty<PromiseList>() : [new("Kept last", "kept on", await LinesAsync(kept.OrderByDescending(p => p.KeptAt)))],
            ],
        });
    }

    private async Task<IReadOnlyList<LedgerLine>> LinesAsync(IQueryable<Promise> promises)
    {
        var ledger = HttpContext.RequestServices.GetRequiredService<Ledger>();
        List<LedgerLine> lines = [];
        foreach (var promise in await promises.Take(Shown).ToListAsync())
        {
            lines.Add(await ledger.LineOfAsync(promise));
        }

        return lines;
    }
}

internal sealed record PromisesCard(DateOnly Today, int Late, int Open, int Kept)
{
    public IReadOnlyList<PromiseList> Lists { get; init; } = [];
}

internal sealed record PromiseList(string Title, string DayWord, IReadOnlyList<LedgerLine> Lines);
