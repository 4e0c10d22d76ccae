using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>All hosting periods of a blog side by side: who holds the pen on which day, and that no two hold it at once.</summary>
internal sealed class HostingCalendar(HubDb db, IStaffDirectory directory, IOfficeCalendar office)
{
    public const int WindingDownDays = 10;

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

    /// <summary>The agreed period that comes after that one, if one is agreed.</summary>
    public async Task<HostingPeriod?> NextAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        await db.HostingPeriods.Where(p => p.BlogId == period.BlogId && p.AcceptedAt != null && p.WithdrawnAt == null && p.FirstDay > period.LastDay)
            .OrderBy(p => p.FirstDay).FirstOrDefaultAsync(cancellation);

    public async Task<DateOnly> WindsDownUntilAsync(HostingPeriod period, CancellationToken cancellation = default) =>
        (await office.GetAsync(cancellation)).AddWorkingDays(period.LastDay, WindingDownDays);

    public async Task<HostingStanding> StandingAsync(HostingPeriod period, DateOnly today, CancellationToken cancellation = default) =>
        period.StandingOn(today, await WindsDownUntilAsync(period, cancellation));

    /// <summary>Other invitations for some of these days that nobody has answered yet.</summary>
    public async Task<IReadOnlyList<HostingPeriod>> RivalsAsync(Blog blog, DateOnly first, DateOnly last, DateOnly today, CancellationToken cancellation = default) =>
        await db.HostingPeriods.Where(p => p.BlogId == blog.Id && p.AcceptedAt == null && p.DeclinedAt == null && p.WithdrawnAt == null)
            .Where(p => p.LastDay >= today && p.FirstDay <= last && p.LastDay >= first).OrderBy(p => p.FirstDay).ToListAsync(cancellation);

    /// <summary>The agreed period of another guest that has some of these days, and that guest's name.</summary>
    public async Task<InTheWay?> InTheWayAsync(Blog blog, HostingPeriod period, DateOnly lastDay, CancellationToken cancellation = default)
    {
        var other = (await AgreedAsync(blog, cancellation)).FirstOrDefault(p => p.Id != period.Id && p.Overlaps(period.FirstDay, lastDay));
        return other is null ? null : new(other, (await directory.FindAsync(other.Host, cancellation))?.Name ?? "Another guest", blog.Name);
    }

    /// <exception cref="BrokenRuleException">Another guest already has some of these days.</exception>
    public async Task RequireFreeAsync(Blog blog, HostingPeriod period, DateOnly lastDay, CancellationToken cancellation = default)
    {
        if (await InTheWayAsync(blog, period, lastDay, cancellation) is { } taken)
        {
            throw new BrokenRuleException(taken.ToOwner, nameof(HostingPeriod.LastDay));
        }
    }

    /// <summary>Hands the pen over for the days of a period that is changed. The blog was read before the check and is saved with it: of two handovers at once one fails.</summary>
    /// <exception cref="BrokenRuleException">Another guest already has some of these days.</exception>
    public async Task HandOverAsync(Blog blog, HostingPeriod period, DateOnly lastDay, CancellationToken cancellation = default)
    {
        await RequireFreeAsync(blog, period, lastDay, cancellation);
        blog.TakeTurn();
    }

    /// <summary>The same for a period that its host accepts.</summary>
    /// <exception cref="BrokenRuleException">Another guest was quicker.</exception>
    public async Task AcceptAsync(Blog blog, HostingPeriod period, DateTimeOffset at, CancellationToken cancellation = default)
    {
        if (await InTheWayAsync(blog, period, period.LastDay, cancellation) is { } taken)
        {
            throw new BrokenRuleException(taken.ToInvited);
        }

        period.Accept(period.Host, at, at.DayIn(blog.Zone));
        blog.TakeTurn();
    }

    private async Task<List<HostingPeriod>> AgreedAsync(Blog blog, CancellationToken cancellation)
    {
        var id = blog.Id;
        return await db.HostingPeriods.Where(p => p.BlogId == id && p.AcceptedAt != null && p.WithdrawnAt == null).OrderBy(p => p.FirstDay).ToListAsync(cancellation);
    }
}

/// <summary>An agreed period that has days somebody else wants.</summary>
internal sealed record InTheWay(HostingPeriod Period, string Host, string Blog)
{
    public string ToOwner => $"{Host} already hosts {Blog} on {Period.Days}. Choose days outside that period";

    public string ToInvited => $"{Host} already hosts {Blog} on {Period.Days}, so this invitation can no longer be accepted. Decline it below and say which other days would suit you";
}
