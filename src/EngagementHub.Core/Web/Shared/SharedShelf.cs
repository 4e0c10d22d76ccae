using System.Collections.Concurrent;
using System.Diagnostics;
using EngagementHub.Core.Data;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Under what a page is kept: who shares it, and the address as it was asked for.</summary>
internal readonly record struct SharedKey(string Kind, string Host, string PathBase, string Path)
{
    public static SharedKey Of(string kind, HttpRequest request) => new(kind, request.Host.Value ?? "", request.PathBase.Value ?? "", request.Path.Value ?? "");
}

/// <summary>The pages that are kept for readers, until something that readers see changes, a second at most.</summary>
internal sealed class SharedShelf(Editions editions, TimeProvider clock)
{
    private const int Most = 500;

    // Plain; compressed they take half as much again. An address can be written in many ways that all lead to one page, so a number of pages alone would be no limit.
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SharedKey, Making> _made = new();
    private readonly ConcurrentDictionary<SharedKey, Making> _underWay = new();
    private readonly Lock _keeping = new();
    private long _bytes;

    /// <summary>What is kept under the key and still holds; nothing for the one of many whose turn it is to have it made anew.</summary>
    public Making? Find(in SharedKey key) =>
        _made.TryGetValue(key, out var made) && IsFresh(made) && !(made.IsDue(Fresh / 2) && made.Renews.IsMe(Fresh / 20)) ? made : null;

    /// <summary>The same for a request that came at that moment: what was begun later is new enough for it, however long ago.</summary>
    public Making? Find(in SharedKey key, long came) =>
        _made.TryGetValue(key, out var made) && (made.Began >= came || IsFresh(made)) && !made.IsTaken(Fresh / 2) ? made : null;

    /// <summary>What was kept before, fresh or not.</summary>
    public SharedBytes? Before(in SharedKey key) => _made.GetValueOrDefault(key)?.Bytes;

    public Making Begin()
    {
        var making = new Making();
        BeginNow(making);
        return making;
    }

    /// <summary>Counts the making from this moment on.</summary>
    public void BeginNow(Making making) => making.Begin(editions.Shown, Stopwatch.GetTimestamp(), clock.GetUtcNow());

    /// <summary>Of all who want to make the page at this moment, the one who does.</summary>
    public Making First(in SharedKey key, Making mine) => _underWay.GetOrAdd(key, mine);

    public void Keep(in SharedKey key, Making mine)
    {
        lock (_keeping)
        {
            if (_made.Count >= Most || _bytes + SizeOf(mine) > MostBytes)
            {
                _made.Clear();
                _bytes = 0;
            }

            _bytes += SizeOf(mine) - (_made.TryGetValue(key, out var before) ? SizeOf(before) : 0);
            _made[key] = mine;
        }
    }

    public void End(in SharedKey key, Making mine)
    {
        _underWay.TryRemove(new(key, mine));
        mine.Finish();
    }

    private static long SizeOf(Making made) => made.Bytes?.Plain.Length ?? 0;

    private bool IsFresh(Making made)
    {
        if (made.Edition != editions.Shown || Stopwatch.GetElapsedTime(made.Began) >= Fresh)
        {
            return false;
        }

        var age = clock.GetUtcNow() - made.At;
        return age >= TimeSpan.Zero && age < Fresh;
    }
}

/// <summary>One making of a page, and what came of it.</summary>
internal sealed class Making
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _successors;

    public long Edition { get; private set; }

    public long Began { get; private set; }

    public DateTimeOffset At { get; private set; }

    public SharedBytes? Bytes { get; set; }

    /// <summary>What answers at the page's address.</summary>
    public Endpoint? Endpoint { get; set; }

    public Task Done => _done.Task;

    /// <summary>Who is sent to make its successor.</summary>
    public OneOfMany Renews { get; } = new();

    public void Begin(long edition, long began, DateTimeOffset at) => (Edition, Began, At) = (edition, began, at);

    public void Finish() => _done.TrySetResult();

    /// <summary>Whether it is time that somebody makes its successor, and nobody does yet: all others go on with this one, so that nobody waits for what many read.</summary>
    public bool IsDue(TimeSpan after) => Volatile.Read(ref _successors) == 0 && Stopwatch.GetElapsedTime(Began) >= after;

    /// <summary>Takes on the making of its successor; one succeeds.</summary>
    public bool IsTaken(TimeSpan after) => IsDue(after) && Interlocked.Increment(ref _successors) == 1;
}
