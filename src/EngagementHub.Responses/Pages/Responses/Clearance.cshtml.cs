using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses;

internal sealed class ClearanceModel(HubDb db, ScopeDesk desk) : SortersPage(desk)
{
    private const string Every = "always";
    private ClearanceRule? _rule;

    [BindProperty]
    public string? Rule { get; set; }

    public IEnumerable<Choice> Rules { get; } =
    [
        new(Every, "Every answer", "Also those of questions that are open now"),
        new("each", "Those where it is asked for", "Each question says for itself"),
    ];

    public void OnGet() => Rule = _rule?.Always == true ? Every : "each";

    public async Task<IActionResult> OnPostAsync()
    {
        var rule = _rule ?? db.ClearanceRules.Add(ClearanceRule.For(Scope.BlogSlug)).Entity;
        rule.Say(Rule == Every, Scope.Subject, Desk.Me, Desk.Now);
        if (rule.Always)
        {
            await AskOfOpenAsync();
        }

        await db.SaveChangesAsync();

        this.Notify(rule.Always ? "Every answer of this blog is cleared by a second person from now on." : "Each question says for itself whether its answer is cleared. Open ones stay as they are.");
        return Redirect(BoardUrl);
    }

    protected override async Task<bool> LoadAsync()
    {
        _rule = await db.ClearanceRules.FirstOrDefaultAsync(r => r.Blog == Scope.BlogSlug);
        return true;
    }

    private async Task AskOfOpenAsync()
    {
        var scope = Scope.Subject;
        foreach (var question in (await db.Questions.Where(q => q.Scope == scope).ToListAsync()).Where(q => !q.IsAnswered))
        {
            question.AskForClearance(true, Desk.Me, Desk.Now);
        }
    }
}
