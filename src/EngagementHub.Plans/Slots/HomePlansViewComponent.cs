using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Plans.Slots;

/// <summary>On the home page: each running plan in one line.</summary>
public sealed class HomePlansViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var running = (await HttpContext.RequestServices.GetRequiredService<PlanReader>().AllAsync(HttpContext.RequestAborted)).Where(v => !v.IsClosed).ToList();
        return running.Count == 0 ? Content("") : View("~/Pages/Plans/Slots/_HomePlans.cshtml", running);
    }
}
