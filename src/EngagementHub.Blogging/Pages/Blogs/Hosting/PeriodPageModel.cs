using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Pages.Blogs.Hosting;

/// <summary>A page below <c>/blogs/{blog}/hosting/{id}</c>: knows the period and where it stands, or is not there.</summary>
internal abstract class PeriodPageModel(HubDb db, Mastheads mastheads, HostingCalendar calendar) : BlogPageModel(mastheads)
{
    protected HubDb Db { get; } = db;

    protected HostingCalendar Calendar { get; } = calendar;

    public HostingPeriod Period { get; private set; } = null!;

    public HostingStanding Standing { get; private set; }

    public DateOnly WindsDownUntil { get; private set; }

    public string Here => Addresses.Of(Blog, Period);

    protected override async Task<IActionResult?> PrepareAsync()
    {
        var (blog, id) = (Blog.Id, Guid.TryParse((string?)RouteData.Values["id"], out var given) ? given : Guid.Empty);
        if (await Db.HostingPeriods.FirstOrDefaultAsync(p => p.Id == id && p.BlogId == blog, HttpContext.RequestAborted) is not { } period)
        {
            return NotFound();
        }

        Period = period;
        WindsDownUntil = await Calendar.WindsDownUntilAsync(period, HttpContext.RequestAborted);
        Standing = period.StandingOn(Masthead.Today, WindsDownUntil);
        return await MayAsync() ? null : Forbid();
    }

    protected virtual Task<bool> MayAsync() => Task.FromResult(true);
}
