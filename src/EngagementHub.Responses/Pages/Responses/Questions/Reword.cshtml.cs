using EngagementHub.Core.Ui;
using EngagementHub.Responses.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages.Responses.Questions;

internal sealed class RewordModel(HubDb db, ScopeDesk desk) : SortersPage(desk)
{
    [BindProperty]
    public string? Wording { get; set; }

    public Question Question { get; private set; } = null!;

    public void OnGet() => Wording = Question.Wording;

    public async Task<IActionResult> OnPostAsync()
    {
        Question.Reword(Wording, Desk.Me, Desk.Now);
        await db.SaveChangesAsync();

        this.Notify("The question has its new words, for those who answer and in the digest.");
        return Redirect($"/responses/questions/{Id}/answer");
    }

    protected override async Task<SubjectRef?> SubjectAsync() =>
        (Question = (await db.Questions.FirstOrDefaultAsync(q => q.Id == Id))!)?.Scope;
}
