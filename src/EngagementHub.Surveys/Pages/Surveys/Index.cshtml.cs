using EngagementHub.Core.Time;
using EngagementHub.Surveys.Slots;
using EngagementHub.Surveys.Surveys;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Pages.Surveys;

internal sealed class IndexModel(HubDb db, SurveyDesk desk, TimeProvider clock) : PageModel
{
    public bool MayRun { get; private set; }

    public IReadOnlyList<Survey> Asked { get; private set; } = [];

    public IReadOnlyList<Survey> Published { get; private set; } = [];

    public IReadOnlyList<Survey> Others { get; private set; } = [];

    public SurveyState StateOf(Survey survey) => survey.StateOn(desk.Today);

    public async Task OnGetAsync()
    {
        MayRun = await desk.MayRunAsync();
        var until = clock.Horizon();
        var all = await db.Surveys.AsNoTracking().Where(s => (MayRun || s.OpenedAt != null) && (until == null || s.OpenedAt == null || s.OpenedAt <= until)).OrderByDescending(s => s.LastDay).ThenBy(s => s.Title).ToListAsync();
        Published = [.. all.Where(s => StateOf(s) == SurveyState.Published)];
        Asked = desk.MeOrNone is { } me ? await AskedViewComponent.OpenTo(db, me, desk.Today) : [];
        Others = [.. all.Where(s => StateOf(s) != SurveyState.Published && Asked.All(a => a.Id != s.Id))];
    }

    public static string WordOf(SurveyState state) => state switch
    {
        SurveyState.Draft => "Draft",
        SurveyState.Waiting => "Opens soon",
        SurveyState.Open => "Open",
        SurveyState.Over => "Being counted",
        SurveyState.Counted => "Counted, no response yet",
        _ => "Published",
    };

    public static string KindOf(SurveyState state) => state switch
    {
        SurveyState.Open or SurveyState.Published => "good",
        SurveyState.Draft => "grey",
        _ => "waiting",
    };
}
