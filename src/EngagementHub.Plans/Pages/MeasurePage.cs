using EngagementHub.Core.Ui;
using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one measure, for whoever answers for the number and whoever runs the plan.</summary>
internal abstract class MeasurePage(HubDb db, PlansDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    public string Here => $"/plans/measures/{Id}";

    protected HubDb Db => db;

    protected PlansDesk Desk => desk;

    public async Task<bool> MayChangeAsync() => User.Identity?.IsAuthenticated == true && (Measure.Owner == desk.Me || await desk.RunsAsync(Plan));

    protected virtual Task<bool> IsAllowedAsync() => MayChangeAsync();

    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PlanMeasures.FirstOrDefaultAsync(m => m.Id == Id) is not { } measure
            || await db.Plans.FirstAsync(p => p.Id == measure.Plan) is not { } plan || !await desk.MayReadAsync(plan))
        {
            context.Result = NotFound();
            return;
        }

        (Plan, Measure) = (plan, measure);
        if (!await IsAllowedAsync())
        {
            context.Result = Forbid();
            return;
        }

        await LoadAsync();
        await next();
    }

    protected async Task<IActionResult> SaveAsync(string notice)
    {
        await db.SaveChangesAsync();
        this.Notify(notice);
        return Redirect(Here);
    }
}
