using EngagementHub.Responses.Boards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Responses.Pages;

/// <summary>A page of those who may sort a scope: everybody else is refused before anything is read or done.</summary>
internal abstract class SortersPage(ScopeDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ResponseScope Scope { get; private set; } = null!;

    public string BoardUrl => BoardLink.Of(Scope.Subject);

    protected ScopeDesk Desk => desk;

    /// <summary>The scope the page is about; by default the one its address names.</summary>
    protected virtual Task<SubjectRef?> SubjectAsync() => Task.FromResult<SubjectRef?>(Kind is null ? null : new SubjectRef(Kind, Id));

    /// <summary>Reads what the page shows; no when the thing it is about is not there.</summary>
    protected virtual Task<bool> LoadAsync() => Task.FromResult(true);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await SubjectAsync() is not { } subject || await desk.FindAsync(subject) is not { } scope)
        {
            context.Result = NotFound();
            return;
        }

        if (!await desk.MaySortAsync(scope.Subject))
        {
            context.Result = Forbid();
            return;
        }

        Scope = scope;
        if (!await LoadAsync())
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }
}
