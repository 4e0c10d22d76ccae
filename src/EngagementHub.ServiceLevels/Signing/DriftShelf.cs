using System.Collections.Concurrent;
using EngagementHub.ServiceLevels.Figures;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>A signed month compared with what was known, when that was done, and whether the record and its rows were then what was signed.</summary>
internal sealed record KeptDrift(Drift Drift, bool IsWhole, DateTimeOffset At, ReportState State);

/// <summary>
/// Comparisons that were worked out: a month of a busy service has tens of thousands of rows, and nobody should wait for them twice. Any news or another rule
/// makes a new comparison; so does an hour, because the rows are then proved again.
/// </summary>
internal sealed class DriftShelf
{
    private const int Most = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, KeptDrift> _kept = new();

    public KeptDrift? Find(Guid signed, ReportState state, DateTimeOffset now) =>
        _kept.TryGetValue(signed, out var kept) && kept.State == state && now - kept.At < Longest ? kept : null;

    public KeptDrift Keep(Guid signed, KeptDrift drift)
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        return _kept[signed] = drift;
    }
}
