using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Plans.Slots;

/// <summary>On the page of a theme, promise, comment, survey question or service level: the actions it led to.</summary>
public sealed class LedToViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    /// <param name="argument">The thing the page is about, first, and what belongs to it.</param>
    public async Task<IViewComponentResult> InvokeAsync(IReadOnlyList<SubjectRef> argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var services = HttpContext.RequestServices;
        var found = await services.GetRequiredService<Links>().LedToAsync(argument, HttpContext.RequestAborted);
        var now = services.GetRequiredService<PlansDesk>().Now;
        var mayName = (await services.GetRequiredService<Links>().RunningAsync(HttpContext.RequestAborted)).Count > 0;
        return found.Count == 0 && !mayName
            ? Content("")
            : View("~/Pages/Plans/Slots/_LedTo.cshtml", new LedTo([.. found.Select(f => new LedToLine(f.Action.Title, $"/plans/actions/{f.Action.Id}", f.Plan.Title, f.Action.DoneAt <= now ? f.Action.DoneDay : null, f.Action.DroppedAt <= now, f.Action.Due))], mayName ? argument[0] : null));
    }
}

internal sealed record LedTo(IReadOnlyList<LedToLine> Lines, SubjectRef? MayName);

internal sealed record LedToLine(string Title, string Url, string Plan, DateOnly? Done, bool IsDropped, DateOnly Due);
