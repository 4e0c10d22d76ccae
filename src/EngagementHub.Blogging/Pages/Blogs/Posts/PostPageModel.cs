using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

/// <summary>A page below <c>/blogs/{blog}/write/{id}</c>: knows the post, and that the person may change it.</summary>
internal abstract class PostPageModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    protected HubDb Db { get; } = db;

    protected ICurrentStaff Current { get; } = current;

    protected Rights Rights { get; } = rights;

    public Post Post { get; private set; } = null!;

    public string Draft => Addresses.Draft(Blog, Post);

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var (blog, id) = (Blog.Id, Guid.Parse((string)RouteData.Values["id"]!));
        if (await Db.Posts.FirstOrDefaultAsync(p => p.Id == id && p.BlogId == blog, HttpContext.RequestAborted) is not { } post)
        {
            return NotFound();
        }

        Post = post;
        return await Rights.MayChangeAsync(Masthead.Pen, post, Current.Id, Masthead.Now) ? null : Forbid();
    }
}
