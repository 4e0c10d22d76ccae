using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

internal sealed class CalendarModel(HubDb db, Mastheads mastheads, IOfficeCalendar office, IStaffDirectory directory, ICurrentStaff current, Rights rights) : BlogPageModel(mastheads)
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(9998, 12, 1);

    public HostingMonth Month { get; private set; } = null!;

    public DateOnly? Previous => Month.First > Earliest ? Month.First.AddMonths(-1) : null;

    public DateOnly? Next => Month.First < Latest ? Month.First.AddMonths(1) : null;

    public bool MayInvite { get; private set; }

    public string UrlOf(DateOnly month) => $"{Blog.Url}/hosting/calendar/{month.ToString("yyyy'/'MM", Say.English)}";

    public async Task<IActionResult> OnGetAsync([FromRoute] int? year, [FromRoute] int? month)
    {
        if (year is not null && month is null)
        {
            return NotFound();
        }

        MayInvite = current.IdOrNone is { } me && await rights.RunsAsync(Blog, me);
        var (first, today) = (new DateOnly(year ?? Masthead.Today.Year, month ?? Masthead.Today.Month, 1), Masthead.Today);
        var (id, last, invitations) = (Blog.Id, first.AddMonths(1).AddDays(-1), MayInvite);
        var periods = await db.HostingPeriods.AsNoTracking()
            .Where(p => p.BlogId == id && p.WithdrawnAt == null && p.DeclinedAt == null && p.FirstDay <= last && p.LastDay >= first)
            .Where(p => p.AcceptedAt != null || (invitations && p.LastDay >= today)).OrderBy(p => p.FirstDay).ToListAsync(HttpContext.RequestAborted);
        var names = await directory.CardsAsync([Blog.Owner, .. periods.Select(p => p.Host)], HttpContext.RequestAborted);
        Month = HostingMonth.Of(Blog, first, periods, await office.GetAsync(HttpContext.RequestAborted), names);
        return Page();
    }
}
