using System.Collections.Concurrent;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>What a report was worked out from; another state means another report.</summary>
internal sealed record ReportState(string Sources, string Rules);

/// <summary>Reports kept while nothing they stand on has changed. Reports as of a past instant are kept only for a few instants.</summary>
internal sealed class ReportShelf : IDisposable
{
    private const int MostPast = 200;
    private readonly ConcurrentDictionary<(Guid Level, DateTimeOffset? Instant), (ReportState State, LevelReport Report)> _kept = new();

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits until nobody else counts a past instant; disposing of it lets the next one in.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    public LevelReport? Find(Guid level, DateTimeOffset? instant, ReportState state) =>
        _kept.TryGetValue((level, instant), out var kept) && kept.State == state ? kept.Report : null;

    public void Keep(Guid level, DateTimeOffset? instant, ReportState state, LevelReport report)
    {
        if (instant is not null && _kept.Count > MostPast)
        {
            foreach (var past in _kept.Keys.Where(key => key.Instant is not null))
            {
                _kept.TryRemove(past, out _);
            }
        }

        _kept[(level, instant)] = (state, report);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
