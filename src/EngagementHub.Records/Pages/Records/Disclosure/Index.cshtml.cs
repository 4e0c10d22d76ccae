using EngagementHub.Core.Web;
using EngagementHub.Records.Disclosure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Records.Pages.Records.Disclosure;

/// <summary>Releases that are prepared or were made, and the beginning of another.</summary>
internal sealed class IndexModel(HubDb db, Binding binding, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private const int Shown = 100;

    [BindProperty]
    public string? Of { get; set; }

    [BindProperty]
    public string? For { get; set; }

    public string Zone => hub.Value.Zone;

    public IEnumerable<SelectListItem> Scopes { get; private set; } = [];

    public IReadOnlyList<DisclosurePack> Packs { get; private set; } = [];

    private IReadOnlyDictionary<SubjectRef, ResponseScope> _known = new Dictionary<SubjectRef, ResponseScope>();

    private IReadOnlyDictionary<StaffId, StaffCard> _makers = new Dictionary<StaffId, StaffCard>();

    /// <summary>What a release holds, while it is there.</summary>
    public ResponseScope? ScopeOf(DisclosurePack pack) => _known.GetValueOrDefault(pack.Of);

    public string MakerOf(Release release) => _makers.GetValueOrDefault(release.By)?.Name ?? FormerStaff.Name;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var all = await binding.ScopesAsync(HttpContext.RequestAborted);
        _known = all.DistinctBy(s => s.Subject).ToDictionary(s => s.Subject);
        Scopes = [.. all.Select(s => new SelectListItem($"{s.BlogName}: {s.Title}", s.Subject.ToString()))];
        Packs = await db.Packs.AsNoTracking().OrderByDescending(p => p.ChangedAt).Take(Shown).ToListAsync();
        _makers = await directory.CardsAsync(Packs.SelectMany(p => p.Releases).Select(r => r.By).Distinct());
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var scope = await rules.KeepAsync(ChosenAsync);
        var pack = rules.Keep(() => DisclosurePack.Begin(scope?.Subject ?? default, For, staff.Id, clock.GetUtcNow()));
        rules.Refuse();
        db.Packs.Add(pack);
        await db.SaveChangesAsync();
        return Redirect($"/records/disclosure/{pack.Id}");
    }

    private async Task<ResponseScope> ChosenAsync() =>
        SubjectRef.TryParse(Of, out var of) && await binding.ScopeAsync(of, HttpContext.RequestAborted) is { } scope ? scope
        : throw new BrokenRuleException("Choose the post or hosting period that is to be released", nameof(Of));
}
