using System.Collections.Concurrent;

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

    internal void ChangeShown()
    {
        Interlocked.Increment(ref _shown);
        Change([typeof(WhatReadersSee)]);
    }

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

/// <summary>Stands among the kinds of a reading for anything that readers may see: see <see cref="IShownLater"/> and <see cref="UnseenAttribute"/>.</summary>
public sealed class WhatReadersSee
{
    private WhatReadersSee()
    {
    }
}
