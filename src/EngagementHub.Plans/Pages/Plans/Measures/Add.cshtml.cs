using System.ComponentModel.DataAnnotations;
using EngagementHub.Plans.Measures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Plans.Pages.Plans.Measures;

internal sealed class AddModel(HubDb db, PlansDesk desk, Choices choices, MeasureSources sources) : PlanPage(db, desk)
{
    private IReadOnlyList<ReadingSource> _known = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty, Display(Name = "day of the target")]
    public DateOnly? TargetDay { get; set; }

    [BindProperty]
    public string? Failure { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var source = rules.Keep(() => string.IsNullOrEmpty(Source) ? null : _known.FirstOrDefault(s => s.Subject.ToString() == Source) ?? throw new BrokenRuleException("Choose a source from the list", nameof(Source)));
        var owner = await rules.KeepAsync(() => choices.PersonAsync(Owner, nameof(Owner)));
        var form = new MeasureForm(Name, string.IsNullOrWhiteSpace(Unit) ? source?.Unit : Unit, owner, rules.Keep(() => Typed.Number(Target, nameof(Target))), TargetDay, Failure) { Source = source?.Subject };
        rules.Look(() => form.Checked(Plan));
        rules.Refuse();
        var measure = Measure.Define(Plan, form, Desk.Act);
        Db.PlanMeasures.Add(measure);
        return await SaveAsync("The measure is added. Take its baseline before any action begins that should move it.", $"/plans/measures/{measure.Id}");
    }

    protected override async Task LoadAsync()
    {
        People = await choices.PeopleAsync();
        _known = await sources.AllAsync(HttpContext.RequestAborted);
        Sources = [.. _known.Select(s => new SelectListItem($"{s.Title} ({s.Unit})", s.Subject.ToString()))];
    }
}
