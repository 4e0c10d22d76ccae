using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class ByAuthorModel(HubDb db, Mastheads mastheads, PostCards cards, IStaffDirectory directory) : BlogPageModel(mastheads)
{
    public StaffCard Author { get; private set; } = null!;

    /// <summary>The periods in which the person had or has the blog, latest first.</summary>
    public IReadOnlyList<HostingPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<PostCard> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string userName)
    {
        if (await directory.FindByUserNameAsync(userName, HttpContext.RequestAborted) is not { } author)
        {
            return NotFound();
        }

        Author = author;
        var (blog, today) = (Blog.Id, Masthead.Today);
        Periods = await db.HostingPeriods.AsNoTracking().Where(p => p.BlogId == blog && p.Host == author.Id && p.AcceptedAt != null && p.WithdrawnAt == null && p.FirstDay <= today)
            .OrderByDescending(p => p.FirstDay).ToListAsync(HttpContext.RequestAborted);
        var signed = cards.SignedBy(author.Id);
        Posts = await cards.ReadAsync(Blog, cards.Seen(Blog, Masthead.Now).Where(p => p.Author == author.Id || signed.Any(s => s.Id == p.Id)), cancellation: HttpContext.RequestAborted);
        // Who has written nothing here is no author: a name is not told to whoever guesses it.
        return Posts.Count == 0 && Periods.Count == 0 ? NotFound() : Page();
    }
}
