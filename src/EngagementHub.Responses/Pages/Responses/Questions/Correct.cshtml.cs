using EngagementHub.Core.Ui;
using EngagementHub.Responses.Corrections;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class CorrectModel(HubDb db, ScopeDesk desk) : RespondersPage(db, desk)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    protected override bool IsAllowed => MaySort || Question.Current?.By == Desk.Me;

    public async Task<IActionResult> OnPostAsync()
    {
        var current = Question.Current ?? throw new BrokenRuleException("No answer is published yet, so it can still be changed");
        Db.Corrections.Add(Correction.Note(new SubjectRef(ResponsesModule.AnswerKind, current.Id), What, Because, Desk.Me, Desk.Now));
        await Db.SaveChangesAsync();

        this.Notify("The correction stands under the answer, and under each digest that holds it.", "See it in its place", $"#question-{Id}");
        return Redirect($"/responses/themes/{Question.Theme}");
    }
}
