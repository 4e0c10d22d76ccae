using EngagementHub.Core.Data;
using EngagementHub.Core.Live;
using EngagementHub.Core.Replicas;

namespace EngagementHub.Tests.Core;

public sealed class KeptTests
{
    private readonly Editions _editions = new();
    private readonly LiveSignals _signals;
    private int _readings;

    public KeptTests() => _signals = new LiveSignals(_editions, []);

    [Fact]
    public async Task A_reading_serves_those_who_ask_in_the_same_second()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule));

        var answers = new[] { await kept.GetAsync("a", Read), await kept.GetAsync("a", Read), await kept.GetAsync("b", Read) };

        Assert.Equal([1, 1, 2], answers);
    }

    [Fact]
    public async Task What_was_read_from_a_replica_is_not_kept()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule));
        ReplicaReading.Begin();
        Assert.Equal(1, await kept.GetAsync("a", Read));
        ReplicaReading.End();

        Assert.Equal(2, await kept.GetAsync("a", Read));
        ReplicaReading.Begin();
        Assert.Equal(2, await kept.GetAsync("a", Read));
    }

    [Fact]
    public async Task A_commit_of_its_kind_ends_it_and_one_of_another_kind_does_not()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule), typeof(Clause));
        await kept.GetAsync("a", Read);

        _editions.Change([typeof(Letter)]);
        Assert.Equal(1, await kept.GetAsync("a", Read));

        _editions.Change([typeof(Clause)]);
        Assert.Equal(2, await kept.GetAsync("a", Read));
    }

    [Fact]
    public async Task What_was_read_while_somebody_committed_is_not_kept()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule));
        await kept.GetAsync("a", () =>
        {
            _editions.Change([typeof(Rule)]);
            return Read();
        });

        Assert.Equal(2, await kept.GetAsync("a", Read));
    }

    [Fact]
    public async Task What_another_node_commits_ends_it_and_so_does_a_signal_that_may_have_been_missed()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule));
        await kept.GetAsync("a", Read);

        _signals.Hear(Editions.TopicOf(typeof(Letter)));
        Assert.Equal(1, await kept.GetAsync("a", Read));

        _signals.Hear(Editions.TopicOf(typeof(Rule)));
        Assert.Equal(2, await kept.GetAsync("a", Read));

        _signals.RaiseAllHere();
        Assert.Equal(3, await kept.GetAsync("a", Read));
    }

    [Fact]
    public async Task However_many_ask_at_once_one_reads_for_all()
    {
        var (kept, found) = (new Kept<string, int>(_editions, typeof(Rule)), new TaskCompletionSource<int>());

        var asked = Enumerable.Range(0, 50).Select(_ => kept.GetAsync("a", Reads)).ToList();
        found.SetResult(7);

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal(7, answer));
        Assert.Equal(1, _readings);

        Task<int> Reads()
        {
            _readings++;
            return found.Task;
        }
    }

    [Fact]
    public async Task Who_asks_after_a_commit_waits_for_no_reading_that_was_begun_before_it()
    {
        var (kept, slow) = (new Kept<string, int>(_editions, typeof(Rule)), new TaskCompletionSource<int>());
        var before = kept.GetAsync("a", () => slow.Task);

        _editions.Change([typeof(Rule)]);

        Assert.Equal(1, await kept.GetAsync("a", Read));
        slow.SetResult(0);
        Assert.Equal(0, await before);
    }

    [Fact]
    public async Task Whose_reading_fails_fails_alone()
    {
        var (kept, slow) = (new Kept<string, int>(_editions, typeof(Rule)), new TaskCompletionSource<int>());
        var (fails, waits) = (kept.GetAsync("a", () => slow.Task), kept.GetAsync("a", Read));

        slow.SetException(new TimeoutException());

        await Assert.ThrowsAsync<TimeoutException>(() => fails);
        Assert.Equal(1, await waits);
    }

    [Fact]
    public async Task Near_its_end_one_renews_a_reading_and_the_others_go_on_with_it()
    {
        var kept = new Kept<string, int>(_editions, typeof(Rule)) { Fresh = TimeSpan.FromDays(1), Renewal = TimeSpan.Zero };
        await kept.GetAsync("a", Read);
        var renewed = new TaskCompletionSource<int>();

        Assert.False(kept.TryGet("a", out _));
        Assert.True(kept.TryGet("a", out var others));
        var renews = kept.GetAsync("a", () => renewed.Task);

        Assert.Equal((1, 1), (others, await kept.GetAsync("a", Read)));
        renewed.SetResult(9);
        Assert.Equal(9, await renews);
    }

    [Fact]
    public void Other_nodes_are_told_of_the_kinds_that_readings_are_kept_of()
    {
        _ = new Kept<string, int>(_editions, typeof(Rule));

        Assert.Equal(["edition:Rule"], _editions.ToTell([typeof(Letter), typeof(Rule)]));
    }

    private Task<int> Read() => Task.FromResult(++_readings);

    private sealed class Rule;

    private sealed class Clause;

    private sealed class Letter;
}
