using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting.Reminders;

/// <summary>Reminds hosts and stand-ins of their days, and tells of a host who says nothing. What was sent is a row beside the notice, in the same save.</summary>
internal sealed class HostingReminders(HubDb db, INotify notify, IStaffDirectory directory, IOfficeCalendar office) : IJob
{
    public string Name => "blogging.hosting-reminders";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        // A day's margin on both sides: which day it is follows from each blog's zone.
        var (first, last) = (now.DayIn("UTC").AddDays(9), now.DayIn("UTC").AddDays(-1));
        var near = await db.HostingPeriods.Where(p => p.AcceptedAt != null && p.WithdrawnAt == null && p.FirstDay <= first && p.LastDay >= last)
            .OrderBy(p => p.FirstDay).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in near)
        {
            await RemindAsync(id, now, cancellation);
        }
    }

    private async Task RemindAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var period = await db.HostingPeriods.AsNoTracking().FirstAsync(p => p.Id == id, cancellation);
        var blog = await db.Blogs.AsNoTracking().FirstAsync(b => b.Id == period.BlogId, cancellation);
        var host = (await directory.FindAsync(period.Host, cancellation))?.Name ?? "The host";
        var sent = await db.HostingReminders.AsNoTracking().Where(r => r.PeriodId == id).ToListAsync(cancellation);
        var today = now.DayIn(blog.Zone);
        foreach (var (due, to, notice) in await DueAsync(blog, period, host, today, cancellation))
        {
            if (!sent.Exists(r => r.Kind == due.Kind && r.Of == due.Of && r.To == to))
            {
                db.HostingReminders.Add(HostingReminder.Sent(period, due, to, now));
                await notify.TellAsync(to, notice, cancellation);
            }
        }

        await db.SaveOnceAsync(cancellation);
    }

    private async Task<List<(DueReminder Due, StaffId To, Notice Notice)>> DueAsync(Blog blog, HostingPeriod period, string host, DateOnly today, CancellationToken cancellation)
    {
        List<(DueReminder, StaffId, Notice)> all = [];
        foreach (var due in DueReminder.On(today, period, blog.Zone))
        {
            all.Add((due, period.Host, due.ToHost(blog, period, today)));
            if (period.StandIn is { } standIn)
            {
                all.Add((due, standIn, due.ToStandIn(blog, period, host, today)));
            }
        }

        if (DueReminder.IsNoShow(today, period, await office.GetAsync(cancellation)) && !await HasPostedAsync(period, cancellation))
        {
            IEnumerable<StaffId?> told = [period.StandIn, blog.Owner, period.InvitedBy];
            all.AddRange(told.OfType<StaffId>().Distinct().Select(to => (DueReminder.NoShow(period), to, DueReminder.OfSilence(blog, period, host, to == period.StandIn))));
        }

        return all;
    }

    // A post that is scheduled or was taken back again is no silence.
    private Task<bool> HasPostedAsync(HostingPeriod period, CancellationToken cancellation) =>
        db.Posts.AnyAsync(p => p.PeriodId == period.Id && p.PublishAt != null, cancellation);
}
