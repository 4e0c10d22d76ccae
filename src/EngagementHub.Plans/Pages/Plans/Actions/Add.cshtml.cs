using EngagementHub.Plans.Model;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class AddModel(HubDb db, PlansDesk desk, Choices choices, IOfficeCalendar office) : PlanPage(db, desk)
{
    [BindProperty]
    public Guid? Area { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Success { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? Lead { get; set; }

    [BindProperty]
    public DateOnly? Begins { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Element { get; set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Elements { get; private set; } = [];

    public void OnGet() => Begins = Plan.FirstDay;

    public async Task<IActionResult> OnPostAsync()
    {
        var form = new ActionForm(Area, Title, Success, await choices.PersonAsync(Owner, nameof(Owner)), Begins, Due) { Lead = Lead, Element = Element };
        var place = await Db.PlannedActions.CountAsync(a => a.Plan == Plan.Id);
        var action = PlannedAction.Add(Plan, form, (place, await office.GetAsync(HttpContext.RequestAborted), Desk.Act));
        Db.PlannedActions.Add(action);
        return await SaveAsync("The action is added. Name what caused it and the measure it should move.", $"/plans/actions/{action.Id}");
    }

    protected override async Task LoadAsync()
    {
        Areas = [.. Plan.Areas.Select(a => new SelectListItem(a.Title, a.Id.ToString()))];
        People = await choices.PeopleAsync();
        Elements = [.. CapabilityModel.Of(Plan.Model).Elements.Select(e => new SelectListItem($"{e.Code} {e.Name}", e.Code))];
    }
}
