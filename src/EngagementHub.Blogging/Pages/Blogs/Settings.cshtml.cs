using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

/// <summary>Changes what a blog is called, whose it is and how comments are invited.</summary>
internal sealed class SettingsModel(HubDb db, Colleagues colleagues, ICurrentStaff current, Rights rights, TimeProvider clock) : BlogForm(colleagues)
{
    public Blog Blog { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string?)RouteData.Values["blog"];
        if (await db.Blogs.FirstOrDefaultAsync(b => b.Slug == slug, HttpContext.RequestAborted) is not { } blog)
        {
            context.Result = NotFound();
        }
        else if (!await rights.RunsAsync(blog, current.Id))
        {
            context.Result = Forbid();
        }
        else
        {
            Blog = blog;
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
