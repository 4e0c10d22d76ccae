using EngagementHub.Responses.Themes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>On the page of what a pulse check asked: the themes that came from it, and what was promised in answer.</summary>
public sealed class ThemesOfViewComponent : ViewComponent
{
    /// <summary>Renders the slot; nothing on pages of other things.</summary>
    /// <param name="argument">The thing the page is about, first, and what belongs to it.</param>
    public async Task<IViewComponentResult> InvokeAsync(IReadOnlyList<SubjectRef> argument)
    {
        List<SubjectRef> things = [.. argument.Where(ThemeOrigin.MayBe)];
        if (things.Count == 0)
        {
            return Content("");
        }

        var origins = HttpContext.RequestServices.GetRequiredService<ThemeOrigins>();
        var (made, mayMake) = (await origins.MadeOfAsync(things, HttpContext.RequestAborted), (await origins.SortableAsync(HttpContext.RequestAborted)).Count > 0);
        return made.Count == 0 && !mayMake ? Content("") : View("~/Pages/Responses/Slots/_ThemesOf.cshtml", new ThemesOf(made, mayMake ? things[0] : null));
    }
}

internal sealed record ThemesOf(IReadOnlyList<ThemeFound> Themes, SubjectRef? MayMake);
