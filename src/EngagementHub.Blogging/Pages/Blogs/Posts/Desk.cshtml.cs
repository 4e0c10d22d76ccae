using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Posts;

internal sealed class DeskModel(HubDb db, Mastheads mastheads, PostCards cards, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    private const int LatestPublished = 100;

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

    /// <summary>Those of them the person may take away.</summary>
    public IReadOnlySet<Guid> Withdrawable { get; private set; } = new HashSet<Guid>();

    public async Task<IActionResult> OnGetAsync()
    {
        var (pen, me, now) = (Masthead.Pen, current.Id, Masthead.Now);
        MayDraft = await rights.MayDraftAsync(Blog, me, Masthead.Today);
        RunsBlog = await rights.RunsAsync(Blog, me);
        Posts = await PostsAsync(RunsBlog, me);
        var (changeable, withdrawable) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var post in Posts)
        {
            _ = await rights.MayChangeAsync(pen, post, me, now) && changeable.Add(post.Id);
            _ = await rights.MayWithdrawAsync(pen, post, me, now) && withdrawable.Add(post.Id);
        }

        (Changeable, Withdrawable) = (changeable, withdrawable);
        return MayDraft || Posts.Count > 0 ? Page() : Forbid();
    }

    // A draft is always here, however much was published since; of what is published the latest.
    private async Task<IReadOnlyList<Post>> PostsAsync(bool runs, StaffId me)
    {
        var (id, now, signed) = (Blog.Id, Masthead.Now, cards.SignedBy(me));
        var mine = db.Posts.AsNoTracking().Where(p => p.BlogId == id && (runs || p.Author == me || signed.Any(s => s.Id == p.Id)));
        var waiting = await mine.Where(p => p.WithdrawnAt == null && (p.PublishAt == null || p.PublishAt > now)).OrderByDescending(p => p.ChangedAt).ToListAsync(HttpContext.RequestAborted);
        var settled = await mine.Where(p => p.WithdrawnAt != null || p.PublishAt <= now).OrderByDescending(p => p.ChangedAt).Take(LatestPublished).ToListAsync(HttpContext.RequestAborted);
        return [.. waiting, .. settled];
    }
}
