using EngagementHub.Plans.Plans;
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
            : View("~/Pages/Plans/Slots/_LedTo.cshtml", new LedTo([.. found.Select(f => LedToLine.Of(f.Action, f.Plan, now))], mayName ? argument[0] : null));
    }
}

internal sealed record LedTo(IReadOnlyList<LedToLine> Lines, SubjectRef? MayName);

internal sealed record LedToLine(string Title, string Url, string Plan, string Standing)
{
    public static LedToLine Of(PlannedAction action, Plan plan, DateTimeOffset now) => new(
        action.Title, $"/plans/actions/{action.Id}", plan.Title,
        action.DoneAt <= now && action.DoneDay is { } done ? $"done on {Say.Day(done)}" : action.DroppedAt <= now ? "dropped" : $"due on {Say.Day(action.DatesAt(now).Due)}");
}
