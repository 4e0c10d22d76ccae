using EngagementHub.Conversation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses.Slots;

/// <summary>For the writer of a comment: who read it, its theme, question, answer and promise, and what came of that.</summary>
public sealed class OwnCommentViewComponent : ViewComponent
{
    /// <summary>Renders the slot.</summary>
    public async Task<IViewComponentResult> InvokeAsync(OwnComment argument) =>
        await HttpContext.RequestServices.GetRequiredService<Becomings>().OfAsync(argument) is { } became
            ? View("~/Pages/Responses/Slots/_Became.cshtml", became)
            : Content("");
}
