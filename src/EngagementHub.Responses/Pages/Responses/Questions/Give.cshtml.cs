using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class GiveModel(HubDb db, ScopeDesk desk, Responders responders) : RespondersPage(db, desk)
{
    private IReadOnlyList<StaffCard> _people = [];

    [BindProperty]
    public Guid? To { get; set; }

    [BindProperty, Display(Name = "day the answer is needed by")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public bool NeedsClearance { get; set; }

    public bool ClearsAlways { get; private set; }

    public IEnumerable<SelectListItem> Choices => _people.Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.Id.ToString()));

    protected override bool IsAllowed => MaySort;

    public void OnGet() => (To, Due, NeedsClearance) = (Question.Responder?.Value, Question.Due, Question.NeedsClearance);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!this.Accepts(() => Chosen(), RefuseDayOver))
        {
            return Page();
        }

        RefuseOvertaken();
        var to = Chosen();
        Question.AskForClearance(NeedsClearance || ClearsAlways, Desk.Me, Desk.Now);
        if (to.Id != Question.Responder || Due != Question.Due)
        {
            await responders.GiveAsync(Question, to.Id, Due, Desk.Me);
        }

        await Db.SaveChangesAsync();

        this.Notify($"{to.Name} has the question{(Due is { } due ? $", to be answered by {Core.Time.Say.Day(due)}" : "")}.");
        return Redirect(AnswerUrl);
    }

    private StaffCard Chosen() => _people.FirstOrDefault(p => p.Id.Value == To) ?? throw new BrokenRuleException("Choose somebody who may answer here", nameof(To));

    private void RefuseDayOver()
    {
        if (Due != Question.Due && Due < Desk.Today)
        {
            throw new BrokenRuleException("Enter today or a later day", nameof(Due));
        }
    }

    protected override async Task LoadAsync()
    {
        _people = await responders.OfAsync(Scope.Subject);
        ClearsAlways = await Db.ClearanceRules.AnyAsync(r => r.Blog == Scope.BlogSlug && r.Always);
    }
}
