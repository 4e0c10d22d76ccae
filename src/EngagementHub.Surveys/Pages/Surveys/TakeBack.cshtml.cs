using EngagementHub.Surveys.Audience;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class TakeBackModel(HubDb db, SurveyDesk desk, Guests guests) : SurveyPage(db, desk)
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await guests.TakeBackAsync(Survey, Because, Desk.Me, Desk.Now, HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        return Back("It is a draft again.");
    }
}
