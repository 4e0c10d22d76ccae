using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Conversation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class ReadModel(HubDb db, Mastheads mastheads, PostCards cards, Typesetting typesetting, IConversation conversation) : BlogPageModel(mastheads)
{
    public Post Post { get; private set; } = null!;

    public PrintedPost Printed { get; private set; } = null!;

    public int Comments { get; private set; }

    public bool IsWithdrawn => Post.WithdrawnAt is not null;

    public PostCard? Previous { get; private set; }

    public PostCard? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, int month, int day, string slug)
    {
        var on = ValidDay(year, month, day);
        if (await FindAsync(on, slug) is not { } post)
        {
            return NotFound();
        }

        if (Addresses.Of(Blog, post) is var url && url != Addresses.Of(Blog.Slug, on, slug))
        {
            // For good, as far as anybody knows; but a post may be given its old address back, so browsers are to ask again.
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(url);
        }

        Post = post;
        if (IsWithdrawn)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Printed = await typesetting.SetAsync(post.Sections, post.PublishAt!.Value, HttpContext.RequestAborted);
        Comments = (await conversation.CountsAsync([post.Subject], HttpContext.RequestAborted)).GetValueOrDefault(post.Subject)?.Published ?? 0;
        await FindNeighboursAsync(post.PublishAt.Value);
        return Page();
    }

    private static DateOnly ValidDay(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : DateOnly.MinValue;

    private async Task<Post?> FindAsync(DateOnly day, string slug)
    {
        var (id, now) = (Blog.Id, Masthead.Now);
        // What was withdrawn before it appeared was never there.
        var due = db.Posts.AsNoTracking().Where(p => p.BlogId == id && p.PublishAt <= now && (p.WithdrawnAt == null || p.WithdrawnAt >= p.PublishAt));
        var old = db.OldAddresses;
        return await due.FirstOrDefaultAsync(p => p.Day == day && p.Slug == slug, HttpContext.RequestAborted)
            ?? await due.FirstOrDefaultAsync(p => old.Any(a => a.PostId == p.Id && a.Day == day && a.Slug == slug), HttpContext.RequestAborted);
    }

    private async Task FindNeighboursAsync(DateTimeOffset at)
    {
        var seen = cards.Seen(Blog, Masthead.Now);
        Previous = await cards.FirstAsync(Blog, seen.Where(p => p.PublishAt < at), HttpContext.RequestAborted);
        var next = await seen.Where(p => p.PublishAt > at).OrderBy(p => p.PublishAt).Select(p => p.Id).FirstOrDefaultAsync(HttpContext.RequestAborted);
        Next = await cards.FirstAsync(Blog, seen.Where(p => p.Id == next), HttpContext.RequestAborted);
    }
}
