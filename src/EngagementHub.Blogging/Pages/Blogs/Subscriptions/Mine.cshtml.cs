using EngagementHub.Blogging.Subscriptions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Subscriptions;

internal sealed class MineModel(HubDb db, ICurrentStaff current) : PageModel
{
    public IReadOnlyList<FollowedBlog> All { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var reader = current.Id;
        var followed = await db.Subscriptions.AsNoTracking().Where(s => s.Reader == reader && s.EndedAt == null).ToListAsync(HttpContext.RequestAborted);
        var blogs = await db.Blogs.AsNoTracking().OrderBy(b => b.Name).ToListAsync(HttpContext.RequestAborted);
        All = [.. blogs.Select(b => new FollowedBlog(b.Name, b.Url, followed.FirstOrDefault(s => s.BlogId == b.Id)?.Rhythm))];
    }
}

internal sealed record FollowedBlog(string Name, string Url, Rhythm? Rhythm)
{
    public string Often => Rhythm switch
    {
        Blogging.Subscriptions.Rhythm.Each => "Each post",
        Blogging.Subscriptions.Rhythm.Daily => "A daily round-up at 8am",
        Blogging.Subscriptions.Rhythm.Weekly => "A weekly round-up on Mondays at 8am",
        _ => "No mail",
    };
}
