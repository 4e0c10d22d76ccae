using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>A page about one service level, found by the short names in its address.</summary>
internal abstract class LevelPageModel(HubDb db, Rights rights) : PageModel
{
    public Service Service { get; private set; } = null!;

    public ServiceLevel Level { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (slug, name) = ((string?)RouteData.Values["slug"], (string?)RouteData.Values["level"]);
        var service = await db.Services.FirstOrDefaultAsync(known => known.Slug == slug);
        var level = service is null ? null : await db.ServiceLevels.FirstOrDefaultAsync(known => known.ServiceId == service.Id && known.Slug == name);
        if (level is null)
        {
            context.Result = NotFound();
            return;
        }

        if (!await rights.KeepsAsync(service!))
        {
            context.Result = Forbid();
            return;
        }

        (Service, Level) = (service!, level);
        await next();
    }
}
