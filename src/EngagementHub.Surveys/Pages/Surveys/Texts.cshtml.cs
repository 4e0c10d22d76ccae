using EngagementHub.Core.Ui;
using EngagementHub.Surveys.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>Deciding what a rule has held. Only when the pulse check is over: what comes in while it is open would tell when somebody wrote.</summary>
internal sealed class TextsModel(HubDb db, SurveyDesk desk) : SurveyPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Text { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IReadOnlyList<TextAnswer> Held { get; private set; } = [];

    public async Task<IActionResult> OnPostShowAsync()
    {
        if (Held.FirstOrDefault(t => t.Id == Text) is not { } text)
        {
            return NotFound();
        }

        text.Show(Desk.Me, Desk.Now);
        return await DecidedAsync("It is shown with the results.");
    }

    public async Task<IActionResult> OnPostKeepBackAsync()
    {
        if (Held.FirstOrDefault(t => t.Id == Text) is not { } text)
        {
            return NotFound();
        }

        text.KeepBack(Because, Desk.Me, Desk.Now);
        return await DecidedAsync("It is kept back.");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (Survey.ClosedAt is null)
        {
            return NotFound();
        }

        Held = await Db.TextAnswers.Where(t => t.SurveyId == Id && t.Standing == TextStanding.Held).OrderBy(t => t.Id).ToListAsync();
        return null;
    }

    private async Task<IActionResult> DecidedAsync(string notice)
    {
        await Db.SaveChangesAsync();
        this.Notify(notice);
        return Redirect($"/surveys/{Id}/texts");
    }
}
