using EngagementHub.Core.Ui;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one plan: for readers once it is adopted, for changes only for whoever runs it.</summary>
internal abstract class PlanPage(HubDb db, PlansDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public Plan Plan { get; private set; } = null!;

    public string Here => $"/plans/{Plan.Slug}";

    protected HubDb Db => db;

    protected PlansDesk Desk => desk;

    protected virtual Task<bool> IsAllowedAsync() => desk.RunsAsync(Plan);

    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Plans.FirstOrDefaultAsync(p => p.Slug == Slug) is not { } plan || !await desk.MayReadAsync(plan))
        {
            context.Result = NotFound();
            return;
        }

        Plan = plan;
        if (!await IsAllowedAsync())
        {
            context.Result = Forbid();
            return;
        }

        await LoadAsync();
        await next();
    }

    protected async Task<IActionResult> SaveAsync(string notice, string? url = null)
    {
        await db.SaveChangesAsync();
        this.Notify(notice);
        return Redirect(url ?? Here);
    }
}
