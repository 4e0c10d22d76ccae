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
