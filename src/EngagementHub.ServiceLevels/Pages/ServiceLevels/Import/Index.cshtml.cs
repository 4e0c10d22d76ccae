using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Csv;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>Choose a file and, if there is one, the saved way of reading it.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class IndexModel(HubDb db, Rights rights, IOptions<HubOptions> hub, UploadShelf uploads, ICurrentStaff current, TimeProvider clock) : PageModel
{
    private const long MostBytes = 600L * 1024 * 1024;

    [BindProperty]
    public string? Mapping { get; set; }

    [BindProperty]
    public IFormFile? Csv { get; set; }

    public string Zone { get; } = hub.Value.Zone;

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

        if (Mapping is not null && Mappings.All(known => known.Value != Mapping))
        {
            return await db.TicketMappings.AnyAsync(known => known.Name == Mapping, cancellation) ? Forbid() : throw new BrokenRuleException("Choose a way of reading of the list", nameof(Mapping));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using var content = Csv!.OpenReadStream();
        var upload = await uploads.KeepAsync(content, NameOf(Csv), current.Id, cancellation);
        await RefuseUnfitAsync(upload, cancellation);
        return Redirect($"/service-levels/import/preview/{upload}{(Mapping is null ? "" : $"?mapping={Mapping}")}");
    }

    // A folder of the sender's machine is none of ours.
    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c)));
        return name.Length == 0 ? "tickets.csv" : name.Length > 200 ? name[^200..] : name;
    }

    // What is no file of rows and columns, or not the one the mapping is made for, is told before the next page.
    private async Task RefuseUnfitAsync(string upload, CancellationToken cancellation)
    {
        try
        {
            await using var file = uploads.Open(upload);
            var rules = Mapping is null ? null : (await db.TicketMappings.AsNoTracking().FirstAsync(known => known.Name == Mapping, cancellation)).Rules;
            if ((await FileReading.OfAsync(file, rules, clock.GetUtcNow(), cancellation)).Problem is { Field: null } problem)
            {
                throw problem;
            }
        }
        catch (BrokenRuleException broken)
        {
            uploads.Drop(upload);
            throw new BrokenRuleException(broken.Message, nameof(Csv));
        }
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
}
