using EngagementHub.Administration.SitePages;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Administration.Pages.Administration.Wording;

/// <summary>An administrator words a page anew, after looking at it.</summary>
internal sealed class ChangeModel(HubDb db, IStaffDirectory directory, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    private IReadOnlyDictionary<StaffId, StaffCard> _people = new Dictionary<StaffId, StaffCard>();

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The version that was changed: who wrote another meanwhile is not written over.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public string Zone => hub.Value.Zone;

    public SitePage Shown { get; private set; } = null!;

    public IReadOnlyList<PageVersion> Versions { get; private set; } = [];

    public string? Html { get; private set; }

    public string NameOf(StaffId person) => _people.GetValueOrDefault(person)?.Name ?? FormerStaff.Name;

    public void OnGet() => (Text, Seen) = (Versions.Count > 0 ? Versions[0].Text : Shown.Shipped, Newest?.Number ?? 0);

    public IActionResult OnPostLook()
    {
        Html = SiteText.Html(Text ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Seen != (Newest?.Number ?? 0))
        {
            throw new BrokenRuleException("Somebody else published a version of this page meanwhile. It is below; copy what you typed, open this page again and put both together", nameof(Text));
        }

        db.PageVersions.Add(PageVersion.Publish(Shown, Newest, (Text, Why), staff.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        this.Notify($"“{Shown.Title}” says this from now on.");
        return Redirect("/administration/pages");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (SitePage.Find((string?)RouteData.Values["name"]) is not { } page)
        {
            context.Result = NotFound();
            return;
        }

        Shown = page;
        Versions = await db.PageVersions.AsNoTracking().Where(v => v.Page == page.Name).OrderByDescending(v => v.Number).ToListAsync();
        _people = await directory.CardsAsync(Versions.Select(v => v.By));
        await next();
    }

    private PageVersion? Newest => Versions.Count > 0 ? Versions[0] : null;
}
