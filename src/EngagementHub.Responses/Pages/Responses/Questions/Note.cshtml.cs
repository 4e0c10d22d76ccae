using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class NoteModel(HubDb db, ScopeDesk desk) : RespondersPage(db, desk)
{
    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Db.QuestionNotes.Add(QuestionNote.Write(Id, Note, Desk.Me, Desk.Now));
        await Db.SaveChangesAsync();

        this.Notify("The note is kept. Only those who answer here see it.", "See the notes", "#notes");
        return Redirect(AnswerUrl);
    }
}
