using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one thing, which is found or missing, and shown or refused, before anything else is read. A refused form is complete too.</summary>
internal abstract class FoundPage(HubDb db, PlansDesk desk) : PageModel
{
    /// <summary>Where the thing is shown.</summary>
    public abstract string Here { get; }

    protected HubDb Db => db;

    protected PlansDesk Desk => desk;

    /// <summary>Finds the thing; false when there is none that the reader may know of.</summary>
    protected abstract Task<bool> FindAsync();

    protected abstract Task<bool> IsAllowedAsync();

    protected virtual Task LoadAsync() => Task.CompletedTask;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await FindAsync())
        {
            context.Result = NotFound();
            return;
        }

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
