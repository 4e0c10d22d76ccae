using EngagementHub.Core.Time;
using EngagementHub.Core.Web;
using EngagementHub.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace EngagementHub.Web;

/// <summary>Says, in Development, that the hub's clock has been moved: otherwise every date on the page would mislead.</summary>
public sealed class DemonstrationBannerViewComponent(IServiceProvider services, IOptions<HubOptions> hub) : ViewComponent
{
    /// <summary>Shows it while the clock stands elsewhere than the machine's.</summary>
    public IViewComponentResult Invoke() => services.GetService<DemonstrationClock>() is { } clock && clock.Shift != TimeSpan.Zero
        ? View("/Pages/Demonstration/_Banner.cshtml", new MovedTo(Say.Moment(clock.GetUtcNow(), hub.Value.Zone), clock.IsPutBack))
        : Content("");
}

/// <summary>Where a moved clock stands.</summary>
/// <param name="Moment">Its instant in words.</param>
/// <param name="IsPutBack">Whether it was put back, so that later records are left out.</param>
internal sealed record MovedTo(string Moment, bool IsPutBack);
