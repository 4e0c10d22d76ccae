using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>A job for each source that is due, each with a lease of its own: of several nodes one asks a source, and a slow source holds up no other.</summary>
internal sealed class Polling(HubDb db, Poll poll, TimeProvider clock) : IJobFamily
{
    private const string Prefix = "servicelevels.poll/";

    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await db.PolledSources.Where(source => source.State != SourceState.Paused && source.NextPollAt <= now).Select(source => source.Id).ToListAsync(cancellation);
        return [.. due.Select(id => $"{Prefix}{id}")];
    }

    public IJob? Find(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(name[Prefix.Length..], out var id) ? new OneSource(name, id, poll) : null;

    private sealed class OneSource(string name, Guid id, Poll poll) : IJob
    {
        public string Name => name;

        // When it is due is said by the source.
        public TimeSpan Every => TimeSpan.Zero;

        public Task RunAsync(DateTimeOffset now, CancellationToken cancellation) => poll.RunAsync(id, cancellation);
    }
}
