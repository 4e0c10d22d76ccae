using EngagementHub.Blogging.Reading;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class BlogModel(HubDb db, Mastheads mastheads, PostCards cards, IStaffDirectory directory) : BlogPageModel(mastheads)
{
    private const int LatestPosts = 10;

    public IReadOnlyList<PostCard> Latest { get; private set; } = [];

    public IReadOnlyList<(int Year, int Posts)> Years { get; private set; } = [];

    public IReadOnlyList<PastHost> PastHosts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var seen = cards.Seen(Blog, Masthead.Now);
        Latest = await cards.ReadAsync(Blog, seen, LatestPosts, HttpContext.RequestAborted);
        var days = await seen.Select(p => p.Day!.Value).ToListAsync(HttpContext.RequestAborted);
        Years = [.. days.CountBy(d => d.Year).OrderByDescending(y => y.Key).Select(y => (y.Key, y.Value))];
        PastHosts = await PastHostsAsync();
    }

    private async Task<IReadOnlyList<PastHost>> PastHostsAsync()
    {
        var (id, today) = (Blog.Id, Masthead.Today);
        var periods = await db.HostingPeriods.AsNoTracking().Where(p => p.BlogId == id && p.AcceptedAt != null && p.WithdrawnAt == null && p.LastDay < today)
            .OrderByDescending(p => p.LastDay).Take(12).ToListAsync(HttpContext.RequestAborted);
        var hosts = await directory.CardsAsync(periods.Select(p => p.Host), HttpContext.RequestAborted);
        return [.. periods.Select(p => new PastHost(hosts.GetValueOrDefault(p.Host)?.Name ?? "Guest host", p.Days, Addresses.Of(Blog, p), hosts.TryGetValue(p.Host, out var host) ? Addresses.By(Blog, host) : null))];
    }
}

internal sealed record PastHost(string Name, string Days, string Url, string? PostsUrl);
