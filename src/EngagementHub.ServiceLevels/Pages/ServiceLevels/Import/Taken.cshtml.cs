using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

internal sealed class TakenModel(HubDb db, ImportReportShelf reports) : PageModel
{
    public TicketImport Import { get; private set; } = null!;

    public ImportReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await db.TicketImports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancellation) is not { } import)
        {
            return NotFound();
        }

        (Import, Report) = (import, reports.Find(id));
        return Page();
    }
}
