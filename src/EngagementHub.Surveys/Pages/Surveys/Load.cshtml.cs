using EngagementHub.Surveys.Audience;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class LoadModel(SurveyLoad load, SurveyDesk desk) : PageModel
{
    public DateOnly Today => desk.Today;

    public IReadOnlyList<UnitLoad> Units { get; private set; } = [];

    public async Task OnGetAsync() => Units = await load.ReadAsync(desk.Today, HttpContext.RequestAborted);
}
