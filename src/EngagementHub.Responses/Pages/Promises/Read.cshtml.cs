using EngagementHub.Responses.Promises;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class ReadModel(HubDb db, ScopeDesk desk, Ledger ledger, IOfficeCalendar office) : PageModel
{
    public LedgerLine Line { get; private set; } = null!;

    public bool MaySettle { get; private set; }

    public DateOnly Today => desk.Today;

    /// <summary>Why nobody works on the due day; nothing on a working day.</summary>
    public string? DayOff { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.Promises.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.MadeAt <= desk.Now) is not { } promise)
        {
            return NotFound();
        }

        Line = await ledger.LineOfAsync(promise);
        MaySettle = !promise.IsSettled && await desk.MaySettleAsync(promise);
        var calendar = await office.GetAsync(HttpContext.RequestAborted);
        DayOff = calendar.IsWorkingDay(promise.Due) ? null : calendar.DayOff(promise.Due)?.Name ?? "not a working day";
        return Page();
    }
}
