using EngagementHub.Core.Jobs;
using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Measures;

/// <summary>Takes what service levels and pulse checks say into the measures that follow them, then freezes the milestones whose day is over, so that they hold it.</summary>
internal sealed class HearSources(HubDb db, MeasureSources sources, PlanReader reader, PlansDesk desk) : IJob
{
    public const string JobName = "plans.readings";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in await db.Plans.Where(p => p.AdoptedAt <= now).Select(p => p.Id).ToListAsync(cancellation))
        {
            var plan = await db.Plans.FirstAsync(p => p.Id == id, cancellation);
            await sources.HearAsync(plan, (now, desk.DayOf(now)), cancellation);
            await db.SaveChangesAsync(cancellation);
            await FreezeAsync(plan, now, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private async Task FreezeAsync(Plan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var milestone in plan.ToFreeze(desk.DayOf(now)).ToList())
        {
            var view = await reader.ReadAsync(plan, (desk.EndOf(milestone.Day), milestone.Day), cancellation);
            plan.Freeze(milestone.Months, view.Freeze(milestone.Day), now);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
