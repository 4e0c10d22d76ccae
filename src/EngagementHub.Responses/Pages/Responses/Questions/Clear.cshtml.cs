using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class ClearModel(HubDb db, ScopeDesk desk, PeopleAndPlaces people) : RespondersPage(db, desk)
{
    public string Writers => Question.Draft is { } draft
        ? string.Join(" and ", WritersOf(draft).Select(w => people.CardOf(w)?.Name ?? "a former member of staff"))
        : "";

    public string Html => Question.Draft is { } draft ? PostText.ToHtml(draft.State == AnswerState.WillNot ? Refusal.Markdown(draft.Text) : draft.Text) : "";

    public async Task<IActionResult> OnPostAsync()
    {
        RefuseOvertaken();
        Db.Clearances.Add(Question.Clear(Desk.Me, Desk.Now));
        await Db.SaveChangesAsync();

        this.Notify("You cleared this wording. It can be published with the digest, or alone.");
        return Redirect(AnswerUrl);
    }

    protected override async Task LoadAsync() => await people.LearnAsync(Question.Draft is { } draft ? WritersOf(draft) : []);

    private static IEnumerable<StaffId> WritersOf(Answer draft) => draft.Writers.Select(w => new StaffId(w)).Append(draft.By).Distinct();
}
