using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Conversation;

/// <summary>Says on every page that comments are closed, until when and why.</summary>
public sealed class PauseBannerViewComponent(HubDb db, TimeProvider clock, IOptions<HubOptions> hub) : ViewComponent
{
    /// <summary>Shows it while comments are closed on all or some blogs.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var now = clock.GetUtcNow();
        var today = now.DayIn(hub.Value.Zone);
        var pauses = await HttpContext.RequestServices.GetRequiredService<RoomReadings>().Pauses.GetAsync(today, () => db.PausesOnAsync(today));
        IReadOnlyList<Pause> inForce = [.. pauses.Where(p => p.IsInForce(now, today)).OrderBy(p => p.LastDay)];
        return inForce.Count == 0 ? Content("") : View("~/Pages/Pauses/_Banner.cshtml", inForce);
    }
}
