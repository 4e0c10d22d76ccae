using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Plans.Slots;

/// <summary>In a line about one thing among others: the actions it led to.</summary>
public sealed class ActionsOfViewComponent : ViewComponent
{
    /// <summary>Renders the slot; nothing when there is none.</summary>
    /// <param name="argument">The thing.</param>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument)
    {
        var services = HttpContext.RequestServices;
        var found = await services.GetRequiredService<Links>().LedToAsync([argument], HttpContext.RequestAborted);
        var now = services.GetRequiredService<PlansDesk>().Now;
        return found.Count == 0 ? Content("") : View("~/Pages/Plans/Slots/_ActionsOf.cshtml", found.Select(f => LedToLine.Of(f.Action, f.Plan, now)).ToList());
    }
}
