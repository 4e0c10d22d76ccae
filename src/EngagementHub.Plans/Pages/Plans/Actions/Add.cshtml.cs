using System.ComponentModel.DataAnnotations;
using EngagementHub.Plans.Model;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class AddModel(HubDb db, PlansDesk desk, AddModel.Surroundings around) : PlanPage(db, desk)
{
    /// <summary>The thing for whose sake it is begun; nothing when somebody only adds an action.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cause { get; set; }

    public SubjectCard? Card { get; private set; }

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

    [BindProperty, Display(Name = "day it begins")]
    public DateOnly? Begins { get; set; }

    [BindProperty, Display(Name = "day by which it is done")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Element { get; set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Elements { get; private set; } = [];

    // What a pulse check or a comment has said already is begun now, or when the plan begins.
    public void OnGet() => Begins = Card is not null && Desk.Today > Plan.FirstDay ? Desk.Today : Plan.FirstDay;

    public async Task<IActionResult> OnPostAsync()
    {
        var form = new ActionForm(Area, Title, Success, await around.Choices.PersonAsync(Owner, nameof(Owner)), Begins, Due) { Lead = Lead, Element = Element };
        var place = await Db.PlannedActions.CountAsync(a => a.Plan == Plan.Id);
        var action = PlannedAction.Add(Plan, form, (place, await around.Office.GetAsync(HttpContext.RequestAborted), Desk.Act));
        if (Card is not null)
        {
            action.CausedBy(SubjectRef.Parse(Cause!), "", Desk.Act);
        }

        Db.PlannedActions.Add(action);
        return await SaveAsync(Card is null ? "The action is added. Name what caused it and the measure it should move." : "The action is added and names what caused it. Name the measure it should move.", $"/plans/actions/{action.Id}");
    }

    protected override async Task LoadAsync()
    {
        Card = SubjectRef.TryParse(Cause, out var thing) && Links.MayCause(thing) ? await around.Subjects.DescribeAsync(thing, HttpContext.RequestAborted) : null;
        Areas = [.. Plan.Areas.Select(a => new SelectListItem(a.Title, a.Id.ToString()))];
        People = await around.Choices.PeopleAsync();
        Elements = [.. CapabilityModel.Of(Plan.Model).Elements.Select(e => new SelectListItem($"{e.Code} {e.Name}", e.Code))];
    }
    /// <summary>Whom and what the form offers.</summary>
    internal sealed record Surroundings(Choices Choices, IOfficeCalendar Office, Subjects Subjects);
}
