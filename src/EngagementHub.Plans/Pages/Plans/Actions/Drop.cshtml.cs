using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class DropModel(HubDb db, PlansDesk desk) : ActionPage(db, desk)
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Action.Drop(Plan, Because, Desk.Act);
        return await SaveAsync("The action is dropped. It stays in the plan with its reason.");
    }
}
