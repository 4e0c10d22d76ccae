using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Plans.Slots;

/// <summary>Beside one question among many: a link by which whoever runs a plan begins an action for it.</summary>
public sealed class BeginActionViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    /// <param name="argument">The thing, and its words for those who hear the link without seeing it.</param>
    public async Task<IViewComponentResult> InvokeAsync(NamedThing argument) =>
        Links.MayCause(argument.Subject) && (await HttpContext.RequestServices.GetRequiredService<Links>().RunningAsync(HttpContext.RequestAborted)).Count > 0
            ? View("~/Pages/Plans/Slots/_BeginAction.cshtml", argument)
            : Content("");
}
