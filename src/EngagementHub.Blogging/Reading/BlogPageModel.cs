using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Blogging.Reading;

/// <summary>A page below <c>/blogs/{blog}</c>: knows the blog and who is in charge, or is not there.</summary>
internal abstract class BlogPageModel(Mastheads mastheads) : PageModel
{
    public Masthead Masthead { get; private set; } = null!;

    public Blogs.Blog Blog => Masthead.Blog;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        context.Result = await LoadAsync();
        if (context.Result is null)
        {
            await next();
        }
    }

    protected async Task<IActionResult?> LoadAsync()
    {
        if (await mastheads.FindAsync((string?)RouteData.Values["blog"], HttpContext.RequestAborted) is not { } masthead)
        {
            return NotFound();
        }

        Masthead = masthead;
        return await PrepareAsync();
    }

    /// <summary>Loads what every handler of the page needs; an answer given here ends the request.</summary>
    protected virtual Task<IActionResult?> PrepareAsync() => Task.FromResult<IActionResult?>(null);
}
