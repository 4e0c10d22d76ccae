using EngagementHub.Core.Ui;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Pages;

/// <summary>A page on which a promise is kept, moved or dropped by its owner, the host of its scope, or who settles those of others.</summary>
internal abstract class SettlersPage(HubDb db, ScopeDesk desk, PromiseNotices notices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Promise Promise { get; private set; } = null!;

    protected ScopeDesk Desk => desk;

    protected PromiseNotices Notices => notices;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Promises.FirstOrDefaultAsync(p => p.Id == Id && p.MadeAt != null) is not { } promise)
        {
            context.Result = NotFound();
            return;
        }

        if (!await desk.MaySettleAsync(promise))
        {
            context.Result = Forbid();
            return;
        }

        Promise = promise;
        await LoadAsync();
        await next();
    }

    /// <summary>Reads what the page shows besides the promise.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    protected async Task<IActionResult> SaveAsync(string notice)
    {
        await db.SaveChangesAsync();
        this.Notify(notice);
        return Redirect($"/promises/{Id}");
    }
}
