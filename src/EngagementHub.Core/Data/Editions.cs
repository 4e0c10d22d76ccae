using System.Collections.Concurrent;
using System.Diagnostics;

namespace EngagementHub.Core.Data;

/// <summary>Counts the commits of this process that touched a kind of thing, so that what was read before one is known to be old.</summary>
public sealed class Editions
{
    private readonly ConcurrentDictionary<Type, long> _changes = new();
    private long _shown;

    /// <summary>Counts what readers may see change: commits of this process, and what other nodes tell.</summary>
    internal long Shown => Interlocked.Read(ref _shown);

    internal void ChangeShown() => Interlocked.Increment(ref _shown);

    internal long Of(IReadOnlyList<Type> kinds)
    {
        var sum = 0L;
        foreach (var kind in kinds)
        {
            sum += _changes.GetValueOrDefault(kind);
        }

        return sum;
    }

    internal void Change(IEnumerable<Type> kinds)
    {
        foreach (var kind in kinds)
        {
            _changes.AddOrUpdate(kind, 1, (_, before) => before + 1);
        }
    }
}

/// <summary>Readings of things that change rarely, shared by the requests of a second. A commit of this process that touches one of the kinds ends them at once; another node's is seen a second later.</summary>
/// <remarks>Only for what is looked at again in the transaction that acts on it, or where a second does no harm. Never read through it inside a transaction: what is not committed yet must not be kept.</remarks>
/// <param name="editions">What was committed.</param>
/// <param name="kinds">The kinds of things that the readings are made from.</param>
public sealed class Kept<TKey, TValue>(Editions editions, params IReadOnlyList<Type> kinds)
    where TKey : notnull
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<TKey, (long Edition, long At, TValue Value)> _kept = new();

    /// <summary>What is kept under the key while it is fresh, else what is read now.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        // Asked before the reading: what is committed while it goes on makes it old, never new.
        var (edition, now) = (editions.Of(kinds), Stopwatch.GetTimestamp());
        if (_kept.TryGetValue(key, out var kept) && kept.Edition == edition && Stopwatch.GetElapsedTime(kept.At, now) < Fresh)
        {
            return kept.Value;
        }

        var value = await read();
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[key] = (edition, now, value);
        return value;
    }
}
