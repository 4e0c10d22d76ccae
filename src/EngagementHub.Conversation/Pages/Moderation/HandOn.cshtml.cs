using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Hands a comment on to another moderator, who is told and has it for a day.</summary>
internal sealed class HandOnModel(HubDb db, Desk desk) : ColleaguePage(db, desk)
{
    public async Task<IActionResult> OnPostAsync()
    {
        Case.Impartiality.MustLetDecide(Comment);
        var handedOn = Consultation.On(Comment, ConsultationKind.HandedOn, Chosen?.Id, Ruling, Words);
        var colleague = Chosen!;
        var claim = Case.Claim ?? Db.Claims.Add(Claim.Of(Comment, Ruling)).Entity;
        if (claim.KeepsFrom(Ruling.By, Ruling.At))
        {
            throw new BrokenRuleException($"{Case.ClaimedBy} has this comment. Take it over from its history first");
        }

        claim.HandOn(colleague.Id, Ruling, handedOn.Words);
        Db.Consultations.Add(handedOn);
        return await SaveAsync($"Comment #{Comment.Number} is with {colleague.Name} now, who is told.", canUndo: false);
    }
}
