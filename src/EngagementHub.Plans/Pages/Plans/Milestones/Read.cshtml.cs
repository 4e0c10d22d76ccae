using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Milestones;

internal sealed class ReadModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public int Months { get; set; }

    public Milestone? Milestone => Plan.Milestones.FirstOrDefault(m => m.Months == Months);

    public Snapshot? Found { get; private set; }

    public bool Runs { get; private set; }

    protected override Task<bool> IsAllowedAsync() => Task.FromResult(true);

    public async Task<IActionResult> OnGetAsync()
    {
        Found = Milestone is { Snapshot: { } text } frozen && frozen.Day < Desk.Today ? Snapshot.Read(text) : null;
        Runs = await Desk.RunsAsync(Plan);
        return Milestone is null ? NotFound() : Page();
    }
}
