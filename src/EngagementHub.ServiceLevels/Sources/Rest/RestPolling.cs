using System.Diagnostics;
using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Asks every web service that is due. The runner's lease sees to it that one node asks at a time, and another goes on when it dies.</summary>
internal sealed class RestPolling(HubDb db, RestDesk desk) : IJob
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    public string Name => "servicelevels.rest-sources";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var id in await db.RestSources.Where(source => source.PausedAt == null && source.NextAt <= now).OrderBy(source => source.NextAt).Select(source => source.Id).ToListAsync(cancellation))
        {
            db.ChangeTracker.Clear();
            var source = await db.RestSources.FirstAsync(known => known.Id == id, cancellation);
            var turn = Stopwatch.StartNew();
            while (await desk.ReadNextAsync(source, cancellation) && turn.Elapsed < LongestTurn)
            {
            }
        }
    }
}
