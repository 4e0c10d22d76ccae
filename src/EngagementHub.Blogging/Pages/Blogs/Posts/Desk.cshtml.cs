using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class DeskModel(HubDb db, Mastheads mastheads, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public bool MayDraft { get; private set; }

    public bool RunsBlog { get; private set; }

    /// <summary>The posts this person may change now; a host whose days are over only reads what was published.</summary>
    public IReadOnlySet<Guid> Changeable { get; private set; } = new HashSet<Guid>();

    /// <summary>What comes out next comes first; of all else, what came last.</summary>
    public IReadOnlyList<Post> In(PostStanding standing)
    {
        var posts = Posts.Where(p => p.StandingAt(Masthead.Now) == standing);
        return [.. standing switch
        {
            PostStanding.Scheduled => posts.OrderBy(p => p.PublishAt),
            PostStanding.Published => posts.OrderByDescending(p => p.PublishAt),
            _ => posts,
        }];
    }

    public async Task<IActionResult> OnGetAsync()
    {
        var (id, me) = (Blog.Id, current.Id);
        var runs = RunsBlog = await rights.RunsAsync(Blog, me);
        MayDraft = await rights.MayDraftAsync(Blog, me, Masthead.Today);
        var all = await db.Posts.AsNoTracking().Where(p => p.BlogId == id).OrderByDescending(p => p.ChangedAt).Take(200).ToListAsync(HttpContext.RequestAborted);
        Posts = [.. all.Where(p => runs || p.IsBy(me))];
        var changeable = new HashSet<Guid>();
        foreach (var post in Posts)
        {
            if (runs || await rights.MayChangeAsync(Masthead.Pen, post, me, Masthead.Now))
            {
                changeable.Add(post.Id);
            }
        }

        Changeable = changeable;
        return MayDraft || Posts.Count > 0 ? Page() : Forbid();
    }
}
