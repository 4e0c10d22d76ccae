using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class IndexModel(HubDb db, Mastheads mastheads, HostingCalendar calendar, IStaffDirectory directory, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    public IReadOnlyList<PeriodRow> Coming { get; private set; } = [];

    public IReadOnlyList<PeriodRow> Past { get; private set; } = [];

    public IReadOnlyList<string> Gaps { get; private set; } = [];

    public bool MayInvite { get; private set; }

    public bool MayWrite { get; private set; }

    public StaffCard? Owner { get; private set; }

    public async Task OnGetAsync()
    {
        if (current.IdOrNone is { } me)
        {
            MayInvite = await rights.RunsAsync(Blog, me);
            MayWrite = await rights.MayDraftAsync(Blog, me, Masthead.Today);
        }

        var id = Blog.Id;
        var periods = await db.HostingPeriods.AsNoTracking().Where(p => p.BlogId == id).OrderByDescending(p => p.FirstDay).ToListAsync(HttpContext.RequestAborted);
        var rows = await RowsAsync([.. periods.Where(IsPublic)]);
        Coming = [.. rows.Where(r => !r.IsOver).Reverse()];
        Past = [.. rows.Where(r => r.IsOver)];
        Gaps = [.. GapsBetween([.. periods.Where(p => p.IsAgreed && p.LastDay >= Masthead.Today).OrderBy(p => p.FirstDay)])];
        Owner = await directory.FindAsync(Blog.Owner, HttpContext.RequestAborted);
    }

    // Invitations that came to nothing concern the two people, not the readers.
    private bool IsPublic(HostingPeriod period) => period.IsAgreed || MayInvite || period.Host == current.IdOrNone;

    private async Task<List<PeriodRow>> RowsAsync(List<HostingPeriod> periods)
    {
        var hosts = await directory.CardsAsync(periods.Select(p => p.Host), HttpContext.RequestAborted);
        List<PeriodRow> rows = [];
        foreach (var period in periods)
        {
            var standing = await calendar.StandingAsync(period, Masthead.Today, HttpContext.RequestAborted);
            rows.Add(new(hosts.GetValueOrDefault(period.Host)?.Name ?? "Guest host", period.Days, Addresses.Of(Blog, period), standing));
        }

        return rows;
    }

    private IEnumerable<string> GapsBetween(List<HostingPeriod> agreed)
    {
        var free = Masthead.Today;
        foreach (var period in agreed)
        {
            if (free < period.FirstDay)
            {
                yield return Say.Days(free, period.FirstDay.AddDays(-1));
            }

            free = period.LastDay.AddDays(1);
        }

        yield return $"from {Say.ShortDay(free)} on";
    }
}

internal sealed record PeriodRow(string Host, string Days, string Url, HostingStanding Standing)
{
    public bool IsOver => Standing is HostingStanding.Closed or HostingStanding.Declined or HostingStanding.Withdrawn or HostingStanding.Lapsed;
}
