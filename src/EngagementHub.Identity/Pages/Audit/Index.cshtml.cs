using System.Runtime.CompilerServices;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Identity.Pages.Audit;

/// <summary>The audit trail, the newest line first, to be read through a filter and taken away as a file.</summary>
internal sealed class IndexModel(HubDb db, IStaffDirectory directory, Subjects subjects, ModuleCatalog modules, IOptions<HubOptions> hub, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;
    private const int FileChunk = 500;

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public AuditFilter Filter => new(Who, What, On, From, To) { Until = clock.Horizon(), Kinds = modules.Things };

    public IReadOnlyList<AuditShown> Lines { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public long? SealedTo { get; private set; }

    /// <summary>What the trail is about, for whoever does not know what to type.</summary>
    public IEnumerable<SelectListItem> Kinds => modules.Things.GroupBy(k => k.Value, k => k.Key).OrderBy(k => Bare(k.Key), StringComparer.CurrentCultureIgnoreCase).Select(k => new SelectListItem(k.Key, k.First()))
        .Concat(SubjectRef.TryParse(On, out var thing) ? [new($"{(modules.Things.GetValueOrDefault(thing.Kind) is { } kind ? $"{kind}: only this one" : "Only this one")}", On)] : []);

    public string FileQuery(string handler) => Request.QueryString.Add("handler", handler).ToString();

    public async Task OnGetAsync()
    {
        SealedTo = await db.Audit.MaxAsync(l => l.Place);
        if (!ModelState.IsValid)
        {
            return;
        }

        var lines = await WantedAsync();
        Found = await lines.CountAsync();
        Number = Math.Clamp(Number, 1, Pages);
        Lines = await ShowAsync(await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(), withSubjects: true);
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await AuditFile.CsvAsync(Response, AllAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnGetJsonAsync()
    {
        await AuditFile.JsonAsync(Response, AllAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    private static string Bare(string kind) => kind.Split(' ', 2) is ["A" or "An" or "The", var noun] ? noun : kind;

    private Task<IQueryable<AuditEntry>> WantedAsync() => Filter.LinesAsync(db, hub.Value.Zone, HttpContext.RequestAborted);

    // In chunks behind the last number read: a long file holds neither the whole trail in memory nor a cursor open.
    private async IAsyncEnumerable<AuditShown> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (wanted, after) = (await WantedAsync(), 0L);
        while (await wanted.Where(l => l.Id > after).OrderBy(l => l.Id).Take(FileChunk).ToListAsync(cancellation) is { Count: > 0 } chunk)
        {
            foreach (var line in await ShowAsync(chunk, withSubjects: false))
            {
                yield return line;
            }

            after = chunk[^1].Id;
        }
    }

    private async Task<IReadOnlyList<AuditShown>> ShowAsync(IReadOnlyList<AuditEntry> lines, bool withSubjects)
    {
        var words = new AuditWords(directory, subjects, modules);
        await words.LearnAsync(lines, withSubjects, HttpContext.RequestAborted);
        return [.. lines.Select(l => new AuditShown(l, words, hub.Value.Zone))];
    }
}
