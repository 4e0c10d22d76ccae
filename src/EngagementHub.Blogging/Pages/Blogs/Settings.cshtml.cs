using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EngagementHub.Blogging.Pages.Blogs;

/// <summary>Changes what a blog is called, whose it is and how comments are invited.</summary>
internal sealed class SettingsModel(HubDb db, Mastheads mastheads, Colleagues colleagues, ICurrentStaff current, Rights rights, TimeProvider clock) : BlogForm(colleagues)
{
    public Masthead Masthead { get; private set; } = null!;

    public Blog Blog => Masthead.Blog;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await mastheads.FindAsync((string?)RouteData.Values["blog"], HttpContext.RequestAborted) is not { } masthead)
        {
            context.Result = NotFound();
        }
        else if (!await rights.RunsAsync(masthead.Blog, current.Id))
        {
            context.Result = Forbid();
        }
        else
        {
            Masthead = masthead;
            await PrepareAsync();
            await next();
        }
    }

    public void OnGet() => Fill(Blog);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Blog.Change(Words, await OwnerAsync(), Comments, current.Id, clock.GetUtcNow());
        await db.SaveChangesAsync();
        this.Notify("The blog's settings are saved.");
        return Redirect(Blog.Url);
    }
}
