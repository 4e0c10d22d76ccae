using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class TagModel(Mastheads mastheads, PostCards cards) : BlogPageModel(mastheads)
{
    public string Tag { get; private set; } = "";

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string tag)
    {
        Tag = tag.Trim().ToLowerInvariant();
        var seen = cards.Seen(Blog, Masthead.Now);
        var tagged = await seen.OrderByDescending(p => p.PublishAt).Select(p => new { p.Id, p.Tags }).ToListAsync(HttpContext.RequestAborted);
        List<Guid> ids = [.. tagged.Where(p => p.Tags.Contains(Tag)).Select(p => p.Id).Take(PostCards.MostInAList)];
        Posts = ids.Count == 0 ? [] : await cards.ReadAsync(Blog, seen.Where(p => ids.Contains(p.Id)), cancellation: HttpContext.RequestAborted);
        return Posts.Count == 0 ? NotFound() : Page();
    }
}
