using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>What was promised: how many are late, open and kept; which are late, which are due next, or what was kept last when none is open.</summary>
public sealed class HomePromisesViewComponent(HubDb db) : ViewComponent
{
    private const int Shown = 3;
    private const int ShownNext = 2;

    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var desk = HttpContext.RequestServices.GetRequiredService<ScopeDesk>();
        // As the ledger counts and orders, and the database orders by nothing that anybody sees: what was done after the clock's instant, which the demonstration can move back, was not done yet.
        var (now, today) = (desk.Now, desk.Today);
        var made = db.Promises.AsNoTracking().Where(p => p.MadeAt <= now);
        var kept = made.Where(p => p.KeptAt <= now);
        var unsettled = (await made.Where(p => (p.KeptAt == null || p.KeptAt > now) && (p.DroppedAt == null || p.DroppedAt > now)).ToListAsync())
            .OrderBy(p => p.DueAt(now)).ThenByDescending(p => p.MadeAt).ThenBy(p => p.What).ToLookup(p => p.StandingAt(now, today));
        var (late, next) = (unsettled[PromiseStanding.Late].ToList(), unsettled[PromiseStanding.Open].ToList());
        var card = new PromisesCard(today, late.Count, next.Count, await kept.CountAsync());
        return View("~/Pages/Responses/Slots/_HomePromises.cshtml", card with
        {
            Lists =
            [
                new("Late", "was due", await LinesAsync(late.Take(Shown))),
                new("Due next", "by", await LinesAsync(next.Take(ShownNext))),
                .. card.Late + card.Open > 0 ? Enumerable.Empty<PromiseList>() : [new("Kept last", "kept on", await LinesAsync(await kept.OrderByDescending(p => p.KeptAt).Take(Shown).ToListAsync()))],
            ],
        });
    }

    private async Task<IReadOnlyList<LedgerLine>> LinesAsync(IEnumerable<Promise> promises)
    {
        var ledger = HttpContext.RequestServices.GetRequiredService<Ledger>();
        List<LedgerLine> lines = [];
        foreach (var promise in promises)
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
