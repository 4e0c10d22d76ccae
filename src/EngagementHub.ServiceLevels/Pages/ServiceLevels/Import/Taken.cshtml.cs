using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

internal sealed class TakenModel(HubDb db, Rights rights, ImportReportShelf reports, UploadShelf uploads, ICurrentStaff current) : PageModel
{
    public TicketImport Import { get; private set; } = null!;

    public ImportReport? Report { get; private set; }

    public bool CanDownload { get; private set; }

    /// <summary>The rows that could not be taken, to correct and send again.</summary>
    public async Task<IActionResult> OnGetRejectedAsync(long id, CancellationToken cancellation) =>
        await OnGetAsync(id, cancellation) is PageResult && CanDownload && reports.Find(id) is { } read ? new RejectedRowsResult(uploads.Open(read.Upload), read) : NotFound();

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

        var read = reports.Find(id);
        (Import, Report, CanDownload) = (import, read?.Report, read is not null && uploads.NameOf(read.Upload, current.Id) is not null);
        return Page();
    }
}
