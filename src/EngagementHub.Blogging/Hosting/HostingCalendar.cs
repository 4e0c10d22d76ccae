using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>All hosting periods of a blog side by side: who holds the pen on which day, and that no two hold it at once.</summary>
internal sealed class HostingCalendar(HubDb db, IStaffDirectory directory, IOfficeCalendar? office = null)
{
    public const int WindingDownDays = 10;

    // A hub without service levels has no stored calendar; its working days are England's.
    private static readonly WorkingCalendar Weekdays = WorkingCalendar.In("Europe/London")
        .Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    public async Task<Pen> PenAsync(Blog blog, DateTimeOffset at, CancellationToken cancellation = default) =>
        Pen.On(at.DayIn(blog.Zone), blog, await AgreedAsync(blog, cancellation));

    public async Task<Pen> PenAsync(Blog blog, DateOnly day, CancellationToken cancellation = default) =>
        Pen.On(day, blog, await AgreedAsync(blog, cancellation));

    /// <summary>The person's own agreed period that matters on that day: the one that runs, else the next, else the last.</summary>
    public async Task<HostingPeriod?> PeriodOfAsync(Blog blog, StaffId who, DateOnly today, CancellationToken cancellation = default)
    {
        var own = (await AgreedAsync(blog, cancellation)).Where(p => p.Host == who || p.StandIn == who).ToList();
        return own.FirstOrDefault(p => today <= p.LastDay) ?? own.LastOrDefault();
    }

    public async Task<DateOnly> WindsDownUntilAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        (await WorkingDaysAsync(cancellation)).AddWorkingDays(period.LastDay, WindingDownDays);

    public async Task<HostingStanding> StandingAsync(HostingPeriod period, DateOnly today, CancellationToken cancellation = default) =>
        period.StandingOn(today, await WindsDownUntilAsync(period, cancellation));

    /// <exception cref="BrokenRuleException">Another guest already has some of these days.</exception>
    public async Task RequireFreeAsync(Blog blog, HostingPeriod period, DateOnly lastDay, CancellationToken cancellation = default)
    {
        var inTheWay = (await AgreedAsync(blog, cancellation)).FirstOrDefault(p => p.Id != period.Id && p.Overlaps(period.FirstDay, lastDay));
        if (inTheWay is not null)
        {
            var host = await directory.FindAsync(inTheWay.Host, cancellation);
            throw new BrokenRuleException($"{host?.Name ?? "Another guest"} already hosts {blog.Name} on {inTheWay.Days}. Choose days outside that period", nameof(HostingPeriod.LastDay));
        }
    }

    /// <summary>Hands the pen over for the days of a period that is accepted or changed. The blog was read before the check and is saved with it: of two handovers at once one fails.</summary>
    /// <exception cref="BrokenRuleException">Another guest already has some of these days.</exception>
    public async Task HandOverAsync(Blog blog, HostingPeriod period, DateOnly lastDay, CancellationToken cancellation = default)
    {
        await RequireFreeAsync(blog, period, lastDay, cancellation);
        blog.TakeTurn();
    }

    private async Task<List<HostingPeriod>> AgreedAsync(Blog blog, CancellationToken cancellation)
    {
        var id = blog.Id;
        return await db.HostingPeriods.Where(p => p.BlogId == id && p.AcceptedAt != null && p.WithdrawnAt == null).OrderBy(p => p.FirstDay).ToListAsync(cancellation);
    }

    private async ValueTask<WorkingCalendar> WorkingDaysAsync(CancellationToken cancellation) =>
        office is null ? Weekdays : await office.GetAsync(cancellation);
}
