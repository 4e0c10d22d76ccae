using EngagementHub.Plans.Plans;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Measures;

/// <summary>What measures of a plan can follow in other modules, and what those say now.</summary>
internal sealed class MeasureSources(HubDb db, IEnumerable<IReadings> readings)
{
    public async Task<IReadOnlyList<ReadingSource>> AllAsync(CancellationToken cancellation = default)
    {
        List<ReadingSource> all = [];
        foreach (var module in readings)
        {
            all.AddRange(await module.SourcesAsync(cancellation));
        }

        return all;
    }

    /// <summary>Hears the sources of a plan's measures. The caller saves.</summary>
    public async Task HearAsync(Plan plan, (DateTimeOffset At, DateOnly Today) asOf, CancellationToken cancellation = default)
    {
        foreach (var measure in await db.PlanMeasures.Where(m => m.Plan == plan.Id && m.Source != null && m.BaselineDay != null).ToListAsync(cancellation))
        {
            var source = measure.Source!.Value;
            if (readings.FirstOrDefault(r => r.Knows(source.Kind)) is { } module)
            {
                var through = plan.ClosedDay < asOf.Today ? plan.ClosedDay.Value : asOf.Today;
                measure.Hear(plan, await module.ReadAsync(source, measure.BaselineDay!.Value.AddDays(1), through, asOf.At, cancellation), asOf.At);
            }
        }
    }
}
