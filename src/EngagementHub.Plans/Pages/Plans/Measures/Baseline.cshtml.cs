using System.ComponentModel.DataAnnotations;
using EngagementHub.Plans.Measures;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Measures;

internal sealed class BaselineModel(HubDb db, PlansDesk desk) : MeasurePage(db, desk)
{
    [BindProperty]
    public string? Value { get; set; }

    [BindProperty, Display(Name = "day it was taken")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Method { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var form = new BaselineForm(rules.Keep(() => Typed.Number(Value, nameof(Value))), Day, Method, Source);
        rules.Look(() => Measure.Begin(form, Desk.Act));
        rules.Refuse();
        return await SaveAsync("The baseline is frozen. It does not change any more.");
    }
}
