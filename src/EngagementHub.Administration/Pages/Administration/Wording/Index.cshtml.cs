using EngagementHub.Administration.SitePages;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace EngagementHub.Administration.Pages.Administration.Wording;

/// <summary>The site's own pages and which wording each has.</summary>
internal sealed class IndexModel(HubDb db, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public IReadOnlyList<(SitePage Page, PageVersion? Version)> Pages { get; private set; } = [];

    public async Task OnGetAsync()
    {
        List<(SitePage, PageVersion?)> pages = [];
        foreach (var page in SitePage.All)
        {
            pages.Add((page, await SiteText.NewestAsync(db, page.Name)));
        }

        Pages = pages;
    }
}
