using System.ComponentModel.DataAnnotations;
using EngagementHub.Core.Ui;
using EngagementHub.Plans.Model;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages.Plans;

/// <summary>Drafts a plan, or changes the draft of that address.</summary>
internal sealed class DraftModel(HubDb db, PlansDesk desk, Choices choices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty, Display(Name = "day it begins")]
    public DateOnly? FirstDay { get; set; }

    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string? RhythmDays { get; set; } = "30";

    [BindProperty]
    public string? ToleranceDays { get; set; } = "10";

    [BindProperty]
    public string? Edition { get; set; } = CapabilityModel.Newest.Edition;

    public Plan? Plan { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Editions { get; } = [.. CapabilityModel.All.Select(m => new SelectListItem($"{m.Title} ({m.Years})", m.Edition))];

    public void OnGet()
    {
        if (Plan is { } plan)
        {
            (Kind, Title, Address, Purpose, Owner, FirstDay) = (plan.Kind.ToString(), plan.Title, plan.Slug, plan.Purpose, plan.Owner.Value, plan.FirstDay);
            (Areas, RhythmDays, ToleranceDays, Edition) = (Area.Write(plan.Areas), $"{plan.RhythmDays}", $"{plan.ToleranceDays}", plan.Model);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var rules = new BrokenRules();
        var form = new PlanForm(Address?.Trim(), Typed.OneOf<PlanKind>(Kind), Title, Purpose, await rules.KeepAsync(() => choices.PersonAsync(Owner, nameof(Owner))), FirstDay, Areas)
        {
            RhythmDays = rules.Keep(() => Typed.Whole(RhythmDays, nameof(RhythmDays))),
            ToleranceDays = rules.Keep(() => Typed.Whole(ToleranceDays, nameof(ToleranceDays))),
            Edition = Edition,
        };
        rules.Look(() => Area.Read(form.Areas, Plan?.Areas ?? []));
        rules.Look(() => form.Checked());
        rules.Refuse();
        await SaveAsync(form);
        this.Notify("The draft is saved. Only those who work on it see it until it is adopted.");
        return Redirect($"/plans/{form.Slug}");
    }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Plan = Slug is null ? null : await db.Plans.FirstOrDefaultAsync(p => p.Slug == Slug);
        if (Slug is not null && Plan is null)
        {
            context.Result = NotFound();
            return;
        }

        People = await choices.PeopleAsync();
        await next();
    }

    private async Task SaveAsync(PlanForm form)
    {
        var known = Plan?.Id;
        if (await db.Plans.AnyAsync(p => p.Slug == form.Slug && p.Id != known))
        {
            throw new BrokenRuleException("Another plan has this address. Choose a different one", nameof(Address));
        }

        if (Plan is null)
        {
            db.Plans.Add(Plan.Draft(form, desk.Act));
        }
        else
        {
            await RefuseOrphansAsync(Plan, form);
            Plan.Redraft(form, desk.Act);
        }

        await db.SaveChangesAsync();
    }

    private async Task RefuseOrphansAsync(Plan plan, PlanForm form)
    {
        var kept = Area.Read(form.Areas, plan.Areas).Select(a => a.Id).ToList();
        if (await db.PlannedActions.Where(a => a.Plan == plan.Id && !kept.Contains(a.Area)).Select(a => a.Title).FirstOrDefaultAsync() is { } orphan)
        {
            throw new BrokenRuleException($"\"{orphan}\" stands under an area that is missing here. Keep that area's title as it is", nameof(Areas));
        }
    }
}
