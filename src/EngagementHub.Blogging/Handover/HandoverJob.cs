using EngagementHub.Core.Jobs;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Handover;

/// <summary>Makes the handover note when the last day of a period is over, and completes it when the period has wound down.</summary>
internal sealed class HandoverJob(HubDb db, Handovers handovers) : IJob
{
    // Of what ended longer ago nobody expects a note to appear by itself; whoever runs the blog can ask for it on the period's page.
    private const int DaysBack = 90;

    public string Name => "blogging.handovers";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (from, until) = (now.DayIn("UTC").AddDays(-DaysBack), now.DayIn("UTC").AddDays(1));
        var notes = db.HandoverNotes;
        var ended = await db.HostingPeriods.Where(p => p.AcceptedAt != null && p.WithdrawnAt == null && p.LastDay >= from && p.LastDay <= until)
            .Where(p => !notes.Any(n => n.PeriodId == p.Id && n.CompletedAt != null)).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in ended)
        {
            var period = await db.HostingPeriods.FirstAsync(p => p.Id == id, cancellation);
            await handovers.GatherAsync(await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation), period, now, cancellation);
            await SaveAsync(cancellation);
        }
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // The host writes at this moment. The next run gathers again.
        }

        db.ChangeTracker.Clear();
    }
}
