using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>Choose a file and a mapping, see the first rows as understood, take the file in, read what became of its rows.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class IndexModel(HubDb db, Rights rights, IOptions<HubOptions> hub, TicketImporter importer, UploadShelf uploads, ImportReportShelf reports, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private const long MostBytes = 100L * 1024 * 1024;
    private const int PreviewRows = 10;

    [BindProperty, Required(ErrorMessage = "Choose how the file is read")]
    public string? Mapping { get; set; }

    [BindProperty]
    public IFormFile? Csv { get; set; }

    public string Upload { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string Zone { get; private set; } = hub.Value.Zone;

    public IReadOnlyList<(long Line, LogRow? Row, Rejection? Rejection)> Preview { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Mappings { get; private set; } = [];

    public IReadOnlyList<TicketImport> Imports { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var mine = await MineAsync();
        Mappings = [.. mine.Select(mapping => new SelectListItem(mapping.Title, mapping.Name))];
        var names = mine.Select(mapping => mapping.Name).ToList();
        Imports = await db.TicketImports.AsNoTracking().Where(import => names.Contains(import.Mapping)).OrderByDescending(import => import.Id).Take(20).ToListAsync();
        await next();
    }

    public void OnGet(string? mapping) => Mapping = mapping;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Csv is null or { Length: 0 })
        {
            ModelState.AddModelError(nameof(Csv), Csv is null ? "Choose a file" : "The file is empty: choose another");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var mapping = await MappingAsync(cancellation);
        if (!await rights.MayTakeInAsync(mapping.Rules, cancellation))
        {
            return Forbid();
        }

        await using var content = Csv!.OpenReadStream();
        (Upload, FileName, Zone) = (await uploads.KeepAsync(content, cancellation), Path.GetFileName(Csv.FileName), mapping.Rules.Zone);
        using var text = uploads.Open(Upload)!;
        using var file = Open(text, mapping);
        Preview = [.. file.Rows().Take(PreviewRows).Select(read => (read.Row?.Line ?? read.Rejection!.Line, read.Row, read.Rejection))];
        return Preview.Count > 0 ? Page() : throw new BrokenRuleException("The file has a heading and no rows: choose another", nameof(Csv));
    }

    public async Task<IActionResult> OnPostTakeAsync(string upload, string file, CancellationToken cancellation)
    {
        var mapping = await MappingAsync(cancellation);
        if (!await rights.MayTakeInAsync(mapping.Rules, cancellation))
        {
            return Forbid();
        }

        using var text = uploads.Open(upload) ?? throw new BrokenRuleException("The file is not kept any longer: choose it again", nameof(Csv));
        var import = TicketImport.Of(mapping, Path.GetFileName(file), current.Id, clock.GetUtcNow());
        var report = await importer.TakeAsync(mapping, text, import, null, cancellation);
        uploads.Drop(upload);
        return Redirect($"/service-levels/import/{reports.Keep(import.Id, report)}");
    }

    private async Task<IReadOnlyList<TicketMapping>> MineAsync()
    {
        List<TicketMapping> mine = [];
        foreach (var mapping in await db.TicketMappings.AsNoTracking().OrderBy(mapping => mapping.Title).ToListAsync())
        {
            if (await rights.MayTakeInAsync(mapping.Rules))
            {
                mine.Add(mapping);
            }
        }

        return mine;
    }

    private async Task<TicketMapping> MappingAsync(CancellationToken cancellation) =>
        await db.TicketMappings.AsNoTracking().FirstOrDefaultAsync(known => known.Name == Mapping, cancellation)
            ?? throw new BrokenRuleException("Choose a mapping of the list", nameof(Mapping));

    private TicketFile Open(StreamReader text, TicketMapping mapping)
    {
        try
        {
            return new TicketFile(text, mapping.Rules, clock.GetUtcNow());
        }
        catch (BrokenRuleException broken)
        {
            uploads.Drop(Upload);
            throw new BrokenRuleException(broken.Message, nameof(Csv));
        }
    }
}
