using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Handover;

/// <summary>Later hosts who took over something of an earlier period, and so answer there too for as long as their own period is answered.</summary>
internal sealed class Successors(HubDb db, HostingCalendar calendar)
{
    public async Task<bool> IncludeAsync(Blog blog, HostingPeriod? period, StaffId who, DateOnly today) =>
        period is not null && (await OfAsync(blog, period, today)).Contains(who);

    public async Task<IReadOnlyList<StaffId>> OfAsync(Blog blog, HostingPeriod period, DateOnly today)
    {
        // What was taken over may be left, and taken over, again.
        var left = db.HandoverLines.Where(l => l.PeriodId == period.Id).Select(l => l.Item);
        var takers = await db.HandoverLines.Where(l => l.DecidedBy != null && l.Because == null && left.Contains(l.Item)).Select(l => l.DecidedBy!.Value).Distinct().ToListAsync();
        List<StaffId> answering = [];
        foreach (var taker in takers)
        {
            if (await calendar.PeriodOfAsync(blog, taker, today) is { } own && await calendar.StandingAsync(own, today) is HostingStanding.Active or HostingStanding.WindingDown)
            {
                answering.Add(taker);
            }
        }

        return answering;
    }
}
