using EngagementHub.Core.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Web;

/// <summary>Shows a broken rule on the page that broke it, with what was typed kept (422), and tells the second of two people that the first was quicker (409).</summary>
public sealed class BrokenRulePageFilter : IAsyncPageFilter
{
    private const string Overtaken = "Somebody else changed this while you were working on it. Nothing was overwritten. Check it as it is now and try again";

    private const string Taken = "Something with the same name or address was saved a moment ago. Nothing was overwritten. Look at it, change yours and try again";

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        switch (done.Exception)
        {
            case BrokenRuleException broken when context.HandlerInstance is PageModel page:
                Show(done, page, broken, StatusCodes.Status422UnprocessableEntity);
                break;
            case DbUpdateConcurrencyException when context.HandlerInstance is PageModel page:
                Show(done, page, new(Overtaken), StatusCodes.Status409Conflict);
                break;
            case DbUpdateException e when Duplicates.Caused(e) && context.HandlerInstance is PageModel page:
                Show(done, page, new(Taken), StatusCodes.Status409Conflict);
                break;
            case null when done.Result is PageResult { StatusCode: null } result && !context.ModelState.IsValid && HttpMethods.IsPost(context.HttpContext.Request.Method):
                result.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
        }
    }

    private static void Show(PageHandlerExecutedContext done, PageModel page, BrokenRuleException broken, int status)
    {
        done.ExceptionHandled = true;
        page.ModelState.AddBroken(broken);
        var result = page.Page();
        result.StatusCode = status;
        done.Result = result;
    }
}
