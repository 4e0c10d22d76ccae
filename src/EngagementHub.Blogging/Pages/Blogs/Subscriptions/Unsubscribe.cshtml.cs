using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Subscriptions;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Subscriptions;

// RFC 8058: the reader's mail server posts here by itself, without a session; looking at the address changes nothing.
[FromAnywhere]
internal sealed class UnsubscribeModel(HubDb db, TimeProvider clock) : PageModel
{
    private Subscription? _subscription;

    public Blog? Blog { get; private set; }

    public bool IsFollowed => _subscription is { EndedAt: null };

    public async Task<IActionResult> OnGetAsync(string token)
    {
        await FindAsync(token);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        await FindAsync(token);
        // One statement, harmless when repeated: a mail server that is refused may never try again.
        if (_subscription is { EndedAt: null } followed)
        {
            var (id, now) = (followed.Id, clock.GetUtcNow());
            await db.Subscriptions.Where(s => s.Id == id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.Version, s => s.Version + 1), HttpContext.RequestAborted);
            followed.End(now);
        }

        return Shown();
    }

    private async Task FindAsync(string token)
    {
        var (hash, mailings, blogs) = (new UnsubscribeToken(token).Hash, db.Mailings, db.Blogs);
        _subscription = await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => mailings.Any(m => m.TokenHash == hash && m.SubscriptionId == s.Id), HttpContext.RequestAborted);
        var blog = _subscription?.BlogId;
        Blog = await blogs.AsNoTracking().FirstOrDefaultAsync(b => b.Id == blog, HttpContext.RequestAborted);
    }

    private PageResult Shown()
    {
        var page = Page();
        page.StatusCode = Blog is null ? StatusCodes.Status404NotFound : null;
        return page;
    }
}
