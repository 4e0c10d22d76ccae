using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using EngagementHub.Core.Replicas;

namespace EngagementHub.Core.Data;

/// <summary>Counts the commits that touched a kind of thing, so that what was read before one is known to be old. Of the kinds that readings are kept of, other nodes are told.</summary>
public sealed class Editions
{
    private const string Topic = "edition:";

    private readonly ConcurrentDictionary<Type, long> _changes = new();
    private readonly ConcurrentDictionary<string, Type> _watched = new();
    private long _shown;

    /// <summary>Counts what readers may see change: commits of this process, and what other nodes tell.</summary>
    internal long Shown => Interlocked.Read(ref _shown);

    internal static string TopicOf(Type kind) => Topic + kind.Name;

    internal void ChangeShown() => Interlocked.Increment(ref _shown);

    internal void Watch(IEnumerable<Type> kinds)
    {
        foreach (var kind in kinds)
        {
            _watched[TopicOf(kind)] = kind;
        }
    }

    /// <summary>Which of the kinds other nodes keep readings of.</summary>
    internal IEnumerable<string> ToTell(IEnumerable<Type> kinds) => kinds.Select(TopicOf).Where(_watched.ContainsKey);

    /// <summary>Takes in what another node changed.</summary>
    /// <returns>Whether it was told to this.</returns>
    internal bool Hear(string topic)
    {
        Change(_watched.TryGetValue(topic, out var kind) ? [kind] : []);
        return topic.StartsWith(Topic, StringComparison.Ordinal);
    }

    /// <summary>Anything may have changed: signals may have been missed.</summary>
    internal void ChangeAll() => Change(_watched.Values);

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

/// <summary>Readings of things that change rarely, shared by the requests of a second unless <see cref="Fresh"/> says otherwise. A commit that touches one of the kinds ends them at once; should another node's signal be lost, that time ends them too.</summary>
/// <remarks>Only for what is looked at again in the transaction that acts on it, or where a second does no harm. Never read through it inside a transaction: what is not committed yet must not be kept.</remarks>
public sealed class Kept<TKey, TValue>
    where TKey : notnull
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<TKey, (long Edition, long At, TValue Value)> _kept = new();
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
        if (ReplicaReading.IsUnderWay)
        {
            return value;
        }

        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        _kept[key] = (edition, now, value);
        return value;
    }
}
