using EngagementHub.Administration.SitePages;
using EngagementHub.Core.Recipes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Administration;

/// <summary>
/// <c>{ "name": "SitePages", "Pages": [{ "Page": "contact", "By": "administrator", "At": "2007-01-15T10:00:00Z", "Why": "…", "Text": ["…"] }] }</c>.
/// Words one of the site's own pages. A page that somebody has worded already stays as it is.
/// </summary>
internal sealed class SitePagesRecipeStep(HubDb db, IStaffDirectory staff) : IRecipeStep
{
    public string Name => "SitePages";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body.ItemsOf("Pages"))
        {
            var page = SitePage.Find(item["Page"].Text()) ?? throw item["Page"].Refuse($"the pages are {string.Join(", ", SitePage.All.Select(p => p.Name))}");
            var by = await staff.FindByUserNameAsync(item["By"].Text(), cancellation) ?? throw item["By"].Refuse("nobody has that user name");
            if (!await db.PageVersions.AnyAsync(v => v.Page == page.Name, cancellation))
            {
                db.PageVersions.Add(Worded(item, page, by.Id));
            }
        }
    }

    private static PageVersion Worded(RecipeNode item, SitePage page, StaffId by)
    {
        try
        {
            return PageVersion.Publish(page, null, (item["Text"].Text(), item["Why"].Text()), by, item["At"].Instant());
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }
}
