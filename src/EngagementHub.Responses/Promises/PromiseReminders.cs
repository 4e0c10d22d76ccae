using EngagementHub.Core.Jobs;
using EngagementHub.WorkingTime;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>Reminds owners of what they promised, and tells whoever runs the blog what is late and whose owner has left. What was sent is a row beside the notice, in the same save.</summary>
internal sealed class PromiseReminders(HubDb db, PromiseNotices notices, IStaffDirectory directory, IOfficeCalendar office, ScopeDesk desk) : IJob
{
    public const string JobName = "responses.promise-reminders";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var open = await db.Promises.Where(p => p.MadeAt <= now && p.KeptAt == null && p.DroppedAt == null).OrderBy(p => p.Due).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in open)
        {
            await RemindAsync(id, now, cancellation);
        }
    }

    private async Task RemindAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var promise = await db.Promises.AsNoTracking().FirstAsync(p => p.Id == id, cancellation);
        var owner = await directory.FindAsync(promise.Owner, cancellation);
        var calendar = await office.GetAsync(cancellation);
        var due = DueReminders.On(desk.DayOf(now), promise, calendar);
        var kind = due is ReminderKind.Late or ReminderKind.StillLate && promise.StandingAt(now, desk.DayOf(now)) != PromiseStanding.Late ? null : due;
        var sent = await db.PromiseReminders.AsNoTracking().Where(r => r.Promise == id).ToListAsync(cancellation);
        List<PromiseReminder> fresh = [];
        foreach (var reminder in await notices.RemindersAsync(promise, owner, kind, cancellation))
        {
            var of = reminder.Kind == ReminderKind.StillLate ? DueReminders.ReportingDay(desk.DayOf(now), calendar) : promise.Due;
            if (!sent.Exists(r => r.Kind == reminder.Kind && r.Of == of && r.To == reminder.To))
            {
                await notices.SendAsync(reminder, cancellation);
                fresh.Add(PromiseReminder.Sent(promise, (reminder.Kind, of, reminder.To), now));
            }
        }

        if (fresh.Count > 0)
        {
            db.PromiseReminders.AddRange(fresh);
            await db.SaveOnceAsync(cancellation);
        }
    }
}
