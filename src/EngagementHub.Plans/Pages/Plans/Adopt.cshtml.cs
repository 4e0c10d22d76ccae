using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class AdoptModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty]
    public string? At6 { get; set; }

    [BindProperty]
    public string? At12 { get; set; }

    [BindProperty]
    public string? At24 { get; set; }

    public void OnGet() => (At6, At12, At24) = (Plan.MilestoneOf(6).Expected, Plan.MilestoneOf(12).Expected, Plan.MilestoneOf(24).Expected);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Plan.AdoptedAt is null)
        {
            Plan.Expect(6, At6);
            Plan.Expect(12, At12);
            Plan.Expect(24, At24);
            Plan.Adopt(await Db.PlannedActions.Where(a => a.Plan == Plan.Id).ToListAsync(), Desk.Act);
        }

        return await SaveAsync("The plan is adopted. Everybody reads it from now on.");
    }
}
