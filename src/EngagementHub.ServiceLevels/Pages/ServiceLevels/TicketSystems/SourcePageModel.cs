using EngagementHub.Core.Web;
using EngagementHub.ServiceLevels.Sources.Polled;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.TicketSystems;

/// <summary>A page about one source, found by the short name in its address.</summary>
internal abstract class SourcePageModel(HubDb db, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public PolledSource Source { get; private set; } = null!;

    public string HubZone => hub.Value.Zone;

    protected Act Act => new(current.Id, clock.GetUtcNow());

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var name = (string?)RouteData.Values["name"];
        if (await db.PolledSources.FirstOrDefaultAsync(known => known.Name == name) is not { } source)
        {
            context.Result = NotFound();
            return;
        }

        Source = source;
        await LoadAsync();
        await next();
    }

    public string Moment(DateTimeOffset? at) => at is { } instant ? Say.Moment(instant, HubZone) : "not yet";

    protected virtual Task LoadAsync() => Task.CompletedTask;
}
