using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Jobs;

/// <summary>Which jobs failed when they ran last.</summary>
internal sealed class FailedJobs(HubDb db) : IGauge
{
    public string Name => "hub.jobs.failed";

    public string Unit => "{job}";

    public string Description => "1 for a job whose last run failed, 0 for one that went well";

    public async Task<IReadOnlyList<GaugeReading>> ReadAsync(DateTimeOffset now, CancellationToken cancellation) =>
        await db.Jobs.OrderBy(run => run.Name).Select(run => new GaugeReading(run.Error == null ? 0 : 1, run.Name)).ToListAsync(cancellation);
}
