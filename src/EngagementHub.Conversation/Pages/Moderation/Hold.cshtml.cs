using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Sets a comment aside for a second look.</summary>
internal sealed class HoldModel(HubDb db, ICurrentStaff staff, IStaffDirectory directory, TimeProvider clock)
    : DecisionPage(db, staff, directory, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        var ruling = Ruling;
        Discussion.MustLetDecide(ruling.At);
        Comment.Hold(ruling, Reason);
        return await SaveAsync($"Comment #{Comment.Number} is set aside. It stays in the queue.");
    }
}
