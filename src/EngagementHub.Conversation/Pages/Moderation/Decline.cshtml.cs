using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Declines a comment under a clause, with a reason and, if there is one, a wording that would do.</summary>
internal sealed class DeclineModel(HubDb db, Desk desk) : DecisionPage(db, desk)
{
    [BindProperty]
    public string? Suggestion { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Case.MustLetDecide(Ruling);
        BrokenRules.RefuseAll([.. Grounds, () => EngagementHub.Conversation.Moderation.Reason.Optional(Suggestion, nameof(Suggestion))]);
        Comment.Decline(Ruling, Code.Clause(Clause), Reason, Suggestion);
        return await SaveAsync($"Comment #{Comment.Number} is declined under clause {Code.Clause(Clause).Heading}. {Told}");
    }

    private string Told => Comment.IsAnonymous ? "Its writer can see why with the receipt code." : $"{Comment.SignedName} is told why and keeps the text.";
}
