using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

internal sealed class TakenModel(HubDb db, Rights rights, ImportReportShelf reports) : PageModel
{
    public TicketImport Import { get; private set; } = null!;

    public ImportReport? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await db.TicketImports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancellation) is not { } import)
        {
            return NotFound();
        }

        var mapping = await db.TicketMappings.AsNoTracking().FirstOrDefaultAsync(known => known.Name == import.Mapping, cancellation);
        if (mapping is null ? !await rights.KeepsAllAsync() : !await rights.MayTakeInAsync(mapping.Rules, cancellation))
        {
            return Forbid();
        }

        (Import, Report) = (import, reports.Find(id));
        return Page();
    }
}
