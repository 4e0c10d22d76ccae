using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Administration.SitePages;

/// <summary>What a page of the site says now.</summary>
internal static class SiteText
{
    public static Task<PageVersion?> NewestAsync(HubDb db, string page) =>
        db.PageVersions.AsNoTracking().Where(v => v.Page == page).OrderByDescending(v => v.Number).FirstOrDefaultAsync();

    public static string Html(string text) => PostText.ToHtml(text);
}
