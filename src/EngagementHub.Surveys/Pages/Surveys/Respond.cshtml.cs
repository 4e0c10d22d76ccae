using EngagementHub.Core.Ui;
using EngagementHub.Surveys.Results;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class RespondModel(HubDb db, SurveyDesk desk) : SurveyPage(db, desk)
{
    [BindProperty]
    public string? Said { get; set; }

    public ResultView View { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        Survey.Respond(Said, Desk.Me, Desk.Now);
        await Db.SaveChangesAsync();
        this.Notify("Published: everybody sees the results, with your words above them.");
        return Redirect($"/surveys/{Id}/results");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (State is not (SurveyState.Counted or SurveyState.Published))
        {
            return NotFound();
        }

        View = await ResultView.ReadAsync(Db, Survey, HttpContext.RequestAborted);
        return State == SurveyState.Published ? Redirect($"/surveys/{Id}/results") : null;
    }
}
