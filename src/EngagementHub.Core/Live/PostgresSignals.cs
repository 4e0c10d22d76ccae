using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EngagementHub.Core.Live;

/// <summary>Carries signals between the nodes of one PostgreSQL. Notices sent while the connection was away are made up for by telling everybody to look again.</summary>
internal sealed class PostgresSignals(LiveSignals signals, SignalWatch watch, string connection, string direct, ILogger<PostgresSignals> log) : BackgroundService
{
    private const string Channel = "hub_live";

    // Told for no other purpose than to be heard by who told it.
    private const string Beat = "";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Channel<string> _toTell = System.Threading.Channels.Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    // Keep-alives find out about a dead connection; it is no part of the pool, for it is never given back.
    private string Listening => new NpgsqlConnectionStringBuilder(direct) { KeepAlive = 10, Pooling = false }.ConnectionString;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signals.Committed += Pass;
        await Task.WhenAll(AgainAndAgainAsync(ListenAsync, stoppingToken), AgainAndAgainAsync(TellAsync, stoppingToken), BeatAsync(stoppingToken));
        signals.Committed -= Pass;
    }

    private void Pass(string topic) => _toTell.Writer.TryWrite(topic);

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                // The database may be away for a while; readers then see changes when they load the page again.
                log.LogWarning("Signals between nodes are interrupted: {Error}", e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await using var open = new NpgsqlConnection(Listening);
        await open.OpenAsync(cancellation);
        open.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", open))
        {
            await listen.ExecuteNonQueryAsync(cancellation);
        }

        signals.RaiseAllHere();
        while (true)
        {
            await open.WaitAsync(cancellation);
        }
    }

    private void Hear(string payload)
    {
        var words = payload.Split(' ');
        if (words[0] == _node)
        {
            watch.Heard();
        }
        else if (words is [_, var topic])
        {
            signals.Hear(topic);
        }
    }

    private async Task BeatAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            watch.Sent();
            Pass(Beat);
            await Task.Delay(SignalWatch.Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TellAsync(CancellationToken cancellation)
    {
        while (await _toTell.Reader.WaitToReadAsync(cancellation))
        {
            HashSet<string> topics = [];
            while (_toTell.Reader.TryRead(out var topic))
            {
                topics.Add(topic);
            }

            await using var open = new NpgsqlConnection(connection);
            await open.OpenAsync(cancellation);
            foreach (var topic in topics)
            {
                await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", open) { Parameters = { new() { Value = Channel }, new() { Value = topic == Beat ? _node : $"{_node} {topic}" } } };
                await notify.ExecuteNonQueryAsync(cancellation);
            }

            // A burst is one signal, not hundreds.
            await Task.Delay(100, cancellation);
        }
    }
}
