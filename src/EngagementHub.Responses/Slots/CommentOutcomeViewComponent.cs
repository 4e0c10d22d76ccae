using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>What became of a comment: its themes, the answer, the promise.</summary>
public sealed class CommentOutcomeViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument) =>
        await HttpContext.RequestServices.GetRequiredService<CommentOutcomes>().OfAsync(argument.Id) is { } outcome
            ? View("~/Pages/Responses/Slots/_CommentOutcome.cshtml", outcome)
            : Content("");
}
