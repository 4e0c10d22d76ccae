using EngagementHub.Core.Ui;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one action of a plan, for its owner and for whoever runs the plan.</summary>
internal abstract class ActionPage(HubDb db, PlansDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public PlannedAction Action { get; private set; } = null!;

    public string Here => $"/plans/actions/{Id}";

    protected HubDb Db => db;

    protected PlansDesk Desk => desk;

    protected virtual Task<bool> IsAllowedAsync() => desk.WorksOnAsync(Plan, Action);

    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.PlannedActions.FirstOrDefaultAsync(a => a.Id == Id) is not { } action
            || await db.Plans.FirstAsync(p => p.Id == action.Plan) is not { } plan || !(await desk.MayReadAsync(plan) || await desk.WorksOnAsync(plan, action)))
        {
            context.Result = NotFound();
            return;
        }

        (Plan, Action) = (plan, action);
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
