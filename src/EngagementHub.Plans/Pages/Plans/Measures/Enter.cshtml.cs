using System.ComponentModel.DataAnnotations;
using EngagementHub.Plans.Measures;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Measures;

internal sealed class EnterModel(HubDb db, PlansDesk desk) : MeasurePage(db, desk)
{
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty, Display(Name = "day it was read")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Measure.Read(Plan, new ReadingForm(Typed.Number(Value, nameof(Value)), Day, Evidence, Because), Desk.Act);
        return await SaveAsync("The reading is shown with its evidence.");
    }
}
