using EngagementHub.Surveys.Results;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>Results, for everybody from the moment the response is written; before that the page is empty.</summary>
internal sealed class ResultsModel(HubDb db, SurveyDesk desk, IStaffDirectory directory) : SurveyPage(db, desk)
{
    public ResultView? View { get; private set; }

    public string RespondedBy { get; private set; } = "";

    public DateOnly RespondedOn { get; private set; }

    protected override async Task<IActionResult?> LoadAsync()
    {
        if (Survey.RespondedAt is { } at)
        {
            View = await ResultView.ReadAsync(Db, Survey, HttpContext.RequestAborted);
            RespondedOn = Desk.DayOf(at);
            RespondedBy = await directory.FindAsync(Survey.RespondedBy!.Value) is { } person ? $"{person.Name}, {person.Title}" : "A former member of staff";
        }

        return null;
    }
}
