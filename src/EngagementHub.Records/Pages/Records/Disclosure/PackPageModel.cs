using EngagementHub.Records.Disclosure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records.Pages.Records.Disclosure;

/// <summary>A page of one release.</summary>
internal abstract class PackPageModel(HubDb db, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    public DisclosurePack Pack { get; private set; } = null!;

    protected HubDb Db => db;

    protected StaffId By => staff.Id;

    protected DateTimeOffset Now { get; } = clock.GetUtcNow();

    protected string Here => $"/records/disclosure/{Pack.Id}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!Guid.TryParse((string?)RouteData.Values["id"], out var id) || await db.Packs.FirstOrDefaultAsync(p => p.Id == id) is not { } pack)
        {
            context.Result = NotFound();
            return;
        }

        Pack = pack;
        await LoadAsync();
        await next();
    }

    protected virtual Task LoadAsync() => Task.CompletedTask;
}
