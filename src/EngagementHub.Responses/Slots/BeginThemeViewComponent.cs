using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>Beside one question among many: a link by which whoever may sort makes a theme of it.</summary>
public sealed class BeginThemeViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    /// <param name="argument">The question, and its words for those who hear the link without seeing it.</param>
    public async Task<IViewComponentResult> InvokeAsync(NamedThing argument) =>
        ThemeOrigin.MayBe(argument.Subject) && (await HttpContext.RequestServices.GetRequiredService<ThemeOrigins>().SortableAsync(HttpContext.RequestAborted)).Count > 0
            ? View("~/Pages/Responses/Slots/_BeginTheme.cshtml", argument)
            : Content("");
}
