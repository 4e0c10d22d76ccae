using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class CloseModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Plan.Close(Because, Desk.Act);
        return await SaveAsync("The plan is closed. What was wrong is corrected by a numbered revision.");
    }
}
