using EngagementHub.Conversation.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Asks a colleague for a second opinion. The comment stays where it is.</summary>
internal sealed class AskModel(HubDb db, Desk desk) : ColleaguePage(db, desk)
{
    public async Task<IActionResult> OnPostAsync()
    {
        Db.Consultations.Add(Consultation.On(Comment, ConsultationKind.SecondOpinion, Chosen?.Id, Ruling, Words));
        return await SaveAsync($"{Chosen!.Name} is asked for an opinion on comment #{Comment.Number}. You are told when it is there.", canUndo: false);
    }
}
