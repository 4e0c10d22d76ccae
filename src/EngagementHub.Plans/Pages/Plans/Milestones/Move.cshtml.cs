using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Milestones;

internal sealed class MoveModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public int Months { get; set; }

    [BindProperty, Display(Name = "new day")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Plan.MoveMilestone(Months, Day, Because, Desk.Act);
        return await SaveAsync("The milestone is moved. Its first day stays in view.", $"{Here}/milestones/{Months}");
    }

    protected override async Task<bool> IsAllowedAsync() => await Desk.RunsAsync(Plan) && Plan.Milestones.Any(m => m.Months == Months);
}
