using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class ReviseModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public int? Months { get; set; }

    [BindProperty]
    public string? Was { get; set; }

    [BindProperty]
    public string? Is { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Plan.Revise((Months, Was, Is, Because), Desk.Act);
        return await SaveAsync($"Revision {Plan.Revisions.Count} stands beside what was said. Nothing was overwritten.");
    }
}
