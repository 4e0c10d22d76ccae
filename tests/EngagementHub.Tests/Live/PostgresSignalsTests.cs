using EngagementHub.Core.Data;
using EngagementHub.Core.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EngagementHub.Tests.Live;

/// <summary>Two nodes that share a PostgreSQL and nothing else.</summary>
public sealed class PostgresSignalsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // Only a signal that is lost takes so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_node_could_not_tell_because_its_connection_had_died_it_tells_again()
    {
        Assert.SkipUnless(hub.HasManyNodes, "An embedded database has one node");
        await using var one = new Node(hub.Database, "one tells");
        await using var two = new Node(hub.Database, "two tells");
        await using var heard = two.Signals.ListenAsync("queue", Cancellation).GetAsyncEnumerator(Cancellation);
        await Next(heard);
        await two.Start();
        // It begins to listen: everything may have changed.
        await Next(heard);
        await one.Start();
        one.Signals.Raise("queue");
        await Next(heard);

        // More than once: between two of them the node's own beat may have met the dead connection.
        for (var round = 0; round < 5; round++)
        {
            await Terminate("one tells");
            one.Signals.Raise("queue");

            await Next(heard);
        }
    }

    private static async Task Next(IAsyncEnumerator<string> heard) => Assert.True(await heard.MoveNextAsync().AsTask().WaitAsync(Patience, Cancellation));

    private async Task Terminate(string application)
    {
        await using var other = new NpgsqlConnection(hub.Database);
        await other.OpenAsync(Cancellation);
        await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1", other) { Parameters = { new() { Value = application } } };
        Assert.Equal(1L, await end.ExecuteScalarAsync(Cancellation));
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly PostgresSignals _carrier;
        private readonly SignalWatch _watch = new(NullLogger<SignalWatch>.Instance);

        public Node(string database, string application) => _carrier = new PostgresSignals(
            Signals, _watch, new DatabaseLines(), (new NpgsqlConnectionStringBuilder(database) { ApplicationName = application }.ConnectionString, database), NullLogger<PostgresSignals>.Instance);

        public LiveSignals Signals { get; } = new(new Editions(), []);

        public Task Start() => _carrier.StartAsync(Cancellation);

        public async ValueTask DisposeAsync()
        {
            await _carrier.StopAsync(Cancellation);
            _carrier.Dispose();
        }
    }
}
