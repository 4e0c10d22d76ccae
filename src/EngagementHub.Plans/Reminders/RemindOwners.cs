using EngagementHub.Core.Jobs;
using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Reminders;

/// <summary>Tells owners of what is overdue, expired or grey, and a plan's owner of actions that nobody has. What was sent is a row beside the notice, in the same save.</summary>
internal sealed class RemindOwners(HubDb db, PlanReader reader, IStaffDirectory directory, INotify notify) : IJob
{
    public const string JobName = "plans.reminders";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.AdoptedAt <= now && p.ClosedAt == null).ToListAsync(cancellation))
        {
            var view = await reader.ReadAsync(plan, cancellation);
            var ids = view.Lines.Select(l => l.Action.Id).ToList();
            var sent = (await db.ActionReminders.AsNoTracking().Where(r => ids.Contains(r.Action)).ToListAsync(cancellation)).Select(r => (r.Action, r.Kind, r.Of, r.To)).ToHashSet();
            foreach (var line in view.Lines)
            {
                await TellAsync(line.Action, [.. DueReminders.Of(view, line).DistinctBy(r => (r.Kind, r.Of, r.To)).Where(r => !sent.Contains((line.Action.Id, r.Kind, r.Of, r.To)))], now, cancellation);
            }
        }
    }

    private async Task TellAsync(PlannedAction action, List<DueReminder> due, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var reminder in due)
        {
            db.ActionReminders.Add(ActionReminder.Sent(action, reminder.Kind, reminder.Of, reminder.To, now));
            if (await directory.FindAsync(reminder.To, cancellation) is { IsActive: true })
            {
                await notify.TellAsync(reminder.To, reminder.Notice, cancellation);
            }
        }

        if (due.Count > 0)
        {
            await db.SaveOnceAsync(cancellation);
        }
    }
}
