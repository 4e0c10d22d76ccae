using EngagementHub.Conversation.Discussions;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation;

/// <summary>Shows the discussion of a thing, with a form to comment. What it renders is the same for every reader.</summary>
public sealed class DiscussionViewComponent(HubDb db, IStaffDirectory directory, TimeProvider clock) : ViewComponent
{
    /// <summary>Renders it; nothing when no discussion was opened on the thing.</summary>
    /// <param name="argument">The thing that is discussed.</param>
    public async Task<IViewComponentResult> InvokeAsync(SubjectRef argument) =>
        await DiscussionView.LoadAsync(db, directory, argument, clock.GetUtcNow()) is { } view
            ? View("~/Pages/Comments/_Discussion.cshtml", view)
            : Content("");
}
