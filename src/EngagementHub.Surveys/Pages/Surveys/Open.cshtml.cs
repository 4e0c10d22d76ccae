using EngagementHub.Surveys.Audience;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class OpenModel(HubDb db, SurveyDesk desk, Guests guests) : SurveyPage(db, desk)
{
    public int Asked { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        await guests.OpenAsync(Survey, (Desk.Me, Desk.Now, Desk.Today), HttpContext.RequestAborted);
        await Db.SaveChangesAsync();
        return Back("The pulse check is open. Everybody on the list is told on its first day.");
    }

    protected override async Task<IActionResult?> LoadAsync()
    {
        Asked = await Db.Places.CountAsync(p => p.SurveyId == Id);
        return null;
    }
}
