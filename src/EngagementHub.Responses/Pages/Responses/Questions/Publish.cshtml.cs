using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class PublishModel(HubDb db, ScopeDesk desk, AnswerPress press) : RespondersPage(db, desk)
{
    public string Html => Question.Ready is { } ready ? PostText.ToHtml(ready.State == AnswerState.WillNot ? Refusal.Markdown(ready.Text) : ready.Text) : "";

    protected override bool IsAllowed => MaySort;

    public async Task<IActionResult> OnPostAsync()
    {
        RefuseOvertaken();
        await press.PublishAloneAsync(Question, Desk.Me, (Desk.Now, Desk.Today));
        await Db.SaveChangesAsync();

        this.Notify("The answer is published. Everybody can read it.", "See it in its place", $"#question-{Id}");
        return Redirect($"/responses/themes/{Question.Theme}");
    }
}
