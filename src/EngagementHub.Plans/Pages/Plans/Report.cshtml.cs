using EngagementHub.Plans.Plans;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class ReportModel(HubDb db, PlansDesk desk, PlanReader reader) : PlanPage(db, desk)
{
    public const int Shown = 10;

    public PlanView View { get; private set; } = null!;

    public DateOnly Today => Desk.Today;

    /// <summary>What a board has to talk about: the worst first, those on which readings disagree before the rest.</summary>
    public IEnumerable<ActionLine> ToTalkAbout => View.Lines.Where(l => l.Standing is not null && !(l.IsDone && l.Standing.Worst == Readings.Rag.Green))
        .OrderByDescending(l => l.Standing!.Worst).ThenByDescending(l => l.Standing!.Disagrees).ThenBy(l => l.Due).Take(Shown);

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task OnGetAsync() => View = await reader.ReadAsync(Plan, HttpContext.RequestAborted);
}
