using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Sets a comment aside for a second look.</summary>
internal sealed class HoldModel(HubDb db, Desk desk) : DecisionPage(db, desk)
{
    public async Task<IActionResult> OnPostAsync()
    {
        Case.MustLetDecide(Ruling);
        Comment.Hold(Ruling, Reason);
        return await SaveAsync($"Comment #{Comment.Number} is set aside. It stays in the queue.");
    }
}
