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
        var rules = new BrokenRules();
        var form = new ReadingForm(rules.Keep(() => Typed.Number(Value, nameof(Value))), Day, Evidence, Because);
        rules.Look(() => Measure.Read(Plan, form, Desk.Act));
        rules.Refuse();
        return await SaveAsync("The reading is shown with its evidence.");
    }
}
