using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Text;
using EngagementHub.Core.Ui;
using EngagementHub.Core.Web;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Themes;

internal sealed class AskModel(HubDb db, ScopeDesk desk, BoardShelf boards, Responders responders) : ThemePage(db, desk)
{
    [BindProperty]
    public string? Wording { get; set; }

    [BindProperty]
    public List<string>? Comments { get; set; }

    [BindProperty]
    public Guid? Quote { get; set; }

    [BindProperty]
    public Guid? Responder { get; set; }

    [BindProperty, Display(Name = "day the answer is needed by")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public bool NeedsClearance { get; set; }

    /// <summary>Whether the blog asks for it whatever is ticked here.</summary>
    public bool ClearsAlways { get; private set; }

    public IReadOnlyList<PlacedComment> InTheme { get; private set; } = [];

    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public IEnumerable<Choice> CommentChoices => InTheme.Select(c => new Choice(c.Comment.Id.ToString(), c.Comment.Name, c.Comment.Text));

    public IEnumerable<SelectListItem> QuoteChoices => InTheme.Select(c => new SelectListItem($"{c.Comment.Name}: {PlainText.Excerpt(c.Comment.Text, 60)}", c.Comment.Id.ToString()));

    public IEnumerable<SelectListItem> ResponderChoices => People.Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.Id.ToString()));

    public async Task<IActionResult> OnPostAsync()
    {
        var behind = InTheme.Select(c => c.Comment.Id).Where(c => Comments?.Contains(c.ToString()) == true);
        if (!this.Accepts(() => Question.CheckedWording(Wording), RefuseDayOver, () => Chosen()))
        {
            return Page();
        }

        var question = Question.Ask(Theme, Wording, behind, (Desk.Me, Desk.Now));
        question.QuoteFrom(Quote);
        question.AskForClearance(NeedsClearance || ClearsAlways, Desk.Me, Desk.Now);
        Db.Questions.Add(question);
        var given = await GiveAsync(question);
        await Db.SaveChangesAsync();

        this.Notify(given is null ? "The question is there. Nobody has it yet." : $"The question is there and {given.Name} has been told.", "Answer it", $"/responses/questions/{question.Id}/answer");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        InTheme = await boards.ReadAsync((await boards.OfAsync(Scope)).In(Theme.Id));
        People = await responders.OfAsync(Scope.Subject);
        ClearsAlways = await Db.ClearanceRules.AnyAsync(r => r.Blog == Scope.BlogSlug && r.Always);
        return true;
    }

    private async Task<StaffCard?> GiveAsync(Question question)
    {
        if (Chosen() is not { } chosen)
        {
            return null;
        }

        await responders.GiveAsync(question, chosen.Id, Due, Desk.Me);
        return chosen;
    }

    private void RefuseDayOver()
    {
        if (Due < Desk.Today)
        {
            throw new BrokenRuleException("Enter today or a later day", nameof(Due));
        }
    }

    // A day that could not be read is a day all the same: somebody is to answer by it.
    private StaffCard? Chosen() => Responder is null
        ? Due is null && ModelState.GetFieldValidationState(nameof(Due)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid ? null : throw new BrokenRuleException("Choose who answers by that day, or leave the day empty", nameof(Responder))
        : People.FirstOrDefault(p => p.Id.Value == Responder) ?? throw new BrokenRuleException("Choose somebody who may answer here", nameof(Responder));
}
