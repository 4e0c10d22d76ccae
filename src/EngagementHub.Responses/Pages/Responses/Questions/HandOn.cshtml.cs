using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class HandOnModel(HubDb db, ScopeDesk desk, Responders responders) : RespondersPage(db, desk)
{
    private IReadOnlyList<StaffCard> _people = [];

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IEnumerable<SelectListItem> Choices => _people.Where(p => p.Id != Question.Responder).Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.Id.ToString()));

    protected override bool IsAllowed => MaySort || Question.Responder == Desk.Me;

    public async Task<IActionResult> OnPostAsync()
    {
        RefuseOvertaken();
        BrokenRules.RefuseAll(() => Chosen(), () => Question.NoteOf(Note));
        var to = Chosen();
        Db.QuestionNotes.Add(Question.HandOn(to, Note, Desk.Me, Desk.Now));
        await responders.TellHandedOnAsync(Question, to.Id, Note!, Desk.Me);
        await Db.SaveChangesAsync();

        this.Notify($"{to.Name} has the question now and has been told.");
        return Redirect(AnswerUrl);
    }

    private StaffCard Chosen() => _people.FirstOrDefault(p => p.Id.Value == To) ?? throw new BrokenRuleException("Choose somebody who may answer here", nameof(To));

    protected override async Task LoadAsync() => _people = await responders.OfAsync(Scope.Subject);
}
