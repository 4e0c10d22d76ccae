using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using EngagementHub.Core.Replicas;

namespace EngagementHub.Core.Data;

/// <summary>Readings of things that change rarely, shared by the requests of a second unless <see cref="Fresh"/> says otherwise. A commit that touches one of the kinds ends them at once; should another node's signal be lost, that time ends them too.</summary>
/// <remarks>
/// Only for what is looked at again in the transaction that acts on it, or where a second does no harm. Never read through it inside a transaction: what is not committed yet must not be kept.
/// However many ask at once, one reads and the others wait for what is found; before its time ends, one reads it anew while the others go on with what is kept.
/// </remarks>
public sealed class Kept<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Reading<TValue>> _kept = new();
    private readonly ConcurrentDictionary<TKey, Reading<TValue>> _underWay = new();
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

    /// <summary>How old a reading is when one of many renews it; three quarters of its time unless said.</summary>
    internal TimeSpan? Renewal { get; init; }

    private TimeSpan RenewedAfter => Renewal ?? Fresh * 3 / 4;

    /// <summary>What is kept under the key, while it is fresh. Near its end it is withheld from one of many, who is to ask for it in the other way and so renews it.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var has = _kept.TryGetValue(key, out var kept) && Holds(kept, _editions.Of(_kinds)) && !(kept.Age >= RenewedAfter && kept.Renews.IsMe(Fresh / 20));
        value = has ? kept!.Value : default;
        return has;
    }

    /// <summary>What is kept under the key while it is fresh, else what is read now, by this one or by another who began a moment ago.</summary>
    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        // Asked before the reading: what is committed while it goes on makes it old, never new.
        var edition = _editions.Of(_kinds);
        var isKept = _kept.TryGetValue(key, out var kept) && Holds(kept, edition);
        if (isKept && (kept!.Age < RenewedAfter || _underWay.ContainsKey(key)))
        {
            return kept.Value;
        }

        // What a replica says is good for who asked it, and for nobody else.
        if (ReplicaReading.IsUnderWay)
        {
            return isKept ? kept!.Value : await read();
        }

        var mine = new Reading<TValue>(edition);
        var first = _underWay.AddOrUpdate(key, mine, (_, other) => Holds(other, edition) ? other : mine);
        if (first == mine)
        {
            return await ReadAsync(key, mine, read);
        }

        // What failed for who began is tried by each who waited: it may have been that one's own trouble.
        return isKept ? kept!.Value : await first.Done ? first.Value : await read();
    }

    private bool Holds(Reading<TValue> reading, long edition) => reading.Edition == edition && reading.Age < Fresh;

    private async Task<TValue> ReadAsync(TKey key, Reading<TValue> mine, Func<Task<TValue>> read)
    {
        try
        {
            mine.Value = await read();
            Keep(key, mine);
            return mine.Value;
        }
        finally
        {
            _underWay.TryRemove(new(key, mine));
            mine.End();
        }
    }

    private void Keep(TKey key, Reading<TValue> mine)
    {
        if (_kept.Count >= Most)
        {
            _kept.Clear();
        }

        mine.IsRead = true;
        _kept[key] = mine;
    }
}
