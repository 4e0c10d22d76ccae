using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace EngagementHub.Core.Data;

/// <summary>Readings of things that change rarely, shared by the requests of a second unless <see cref="Fresh"/> says otherwise. A commit that touches one of the kinds ends them at once; should another node's signal be lost, that time ends them too.</summary>
/// <remarks>Only for what is looked at again in the transaction that acts on it, or where a second does no harm. Never read through it inside a transaction: what is not committed yet must not be kept.</remarks>
public sealed class Kept<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (long Edition, long At, TValue Value)> _kept = new();
    private readonly ConcurrentDictionary<(TKey Key, long Edition), Task<TValue>> _underWay = new();
    private readonly Editions _editions;
    private readonly IReadOnlyList<Type> _kinds;

    /// <summary>Readings made from those kinds of things.</summary>
    public Kept(Editions editions, params IReadOnlyList<Type> kinds)
    {
        ArgumentNullException.ThrowIfNull(editions);
        (_editions, _kinds) = (editions, kinds);
        editions.Watch(kinds);
    }

    /// <summary>How long a reading is kept when no commit and no signal ends it.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many at most; when there are more, all are forgotten.</summary>
    public int Most { get; init; } = 10_000;

    /// <summary>What is kept under the key, while it is fresh.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var has = _kept.TryGetValue(key, out var kept) && kept.Edition == _editions.Of(_kinds) && Stopwatch.GetElapsedTime(kept.At) < Fresh;
        value = kept.Value;
        return has;
    }

    /// <summary>What is kept under the key while it is fresh, else what is read now.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        // Asked before the reading: what is committed while it goes on makes it old, never new.
        var (edition, now) = (_editions.Of(_kinds), Stopwatch.GetTimestamp());
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

    /// <summary>The same for what takes long to read: of all who ask at once, one reads it.</summary>
    public async Task<TValue> GetTogetherAsync(TKey key, Func<Task<TValue>> read)
    {
        if (TryGet(key, out var kept))
        {
            return kept;
        }

        // Who comes after a commit does not wait for a reading that began before it.
        var (place, mine) = ((key, _editions.Of(_kinds)), new TaskCompletionSource<TValue>(TaskCreationOptions.RunContinuationsAsynchronously));
        var first = _underWay.GetOrAdd(place, mine.Task);
        if (first != mine.Task)
        {
            await ((Task)first).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return first.IsCompletedSuccessfully ? await first : await GetAsync(key, read);
        }

        try
        {
            var value = await GetAsync(key, read);
            mine.SetResult(value);
            return value;
        }
        finally
        {
            // The others try for themselves when it failed.
            mine.TrySetCanceled();
            _underWay.TryRemove(KeyValuePair.Create(place, mine.Task));
        }
    }
}
