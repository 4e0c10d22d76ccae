using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class FinishModel(HubDb db, PlansDesk desk) : ActionPage(db, desk)
{
    [BindProperty]
    public string? How { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Action.Finish(Plan, How, Desk.Act);
        return await SaveAsync("The action is done. Its measure says whether it did what it was for.");
    }
}
