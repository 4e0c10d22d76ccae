using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class MoveModel(HubDb db, PlansDesk desk, IOfficeCalendar office) : ActionPage(db, desk)
{
    [BindProperty, Display(Name = "new day")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Action.Move(Plan, (Due, Because), await office.GetAsync(HttpContext.RequestAborted), Desk.Act);
        return await SaveAsync("The day is moved. The day first set stays in view.");
    }
}
