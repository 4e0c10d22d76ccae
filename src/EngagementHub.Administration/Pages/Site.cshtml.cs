using EngagementHub.Administration.SitePages;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Administration.Pages;

/// <summary>A page of the site as it is worded now.</summary>
internal sealed class SiteModel(HubDb db, IOptions<HubOptions> hub) : PageModel
{
    public SitePage Shown { get; private set; } = null!;

    public string Html { get; private set; } = "";

    public DateOnly? Day { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name)
    {
        if (SitePage.Find(name) is not { } page)
        {
            return NotFound();
        }

        var version = await SiteText.NewestAsync(db, page.Name);
        (Shown, Html, Day) = (page, SiteText.Html(version?.Text ?? page.Shipped), version?.At.DayIn(hub.Value.Zone));
        return Page();
    }
}
