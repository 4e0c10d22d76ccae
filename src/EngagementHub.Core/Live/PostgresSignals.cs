using System.Data.Common;
using System.Threading.Channels;
using EngagementHub.Core.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EngagementHub.Core.Live;

/// <summary>Carries signals between the nodes of one PostgreSQL. What others told while this node could not hear is made up for by looking at everything again, and what it could not tell is told again.</summary>
internal sealed class PostgresSignals(LiveSignals signals, SignalWatch watch, DatabaseLines lines, (string Telling, string Hearing) ways, ILogger<PostgresSignals> log) : BackgroundService
{
    private const string Channel = "hub_live";

    // Told for no other purpose than to be heard by who told it.
    private const string Beat = "";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Channel<string> _toTell = System.Threading.Channels.Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    // Until the database has taken them: a connection from the pool may have outlived its server.
    private readonly HashSet<string> _untold = [];

    // Keep-alives find out about a dead connection; it is no part of the pool, for it is never given back.
    private string Listening => new NpgsqlConnectionStringBuilder(ways.Hearing) { KeepAlive = 10, Pooling = false }.ConnectionString;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Here, for what follows runs beside the start: what is committed from now on is told.
        signals.Committed += Pass;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
            catch (Exception e) when (e is DbException or IOException or TimeoutException)
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
        await using var open = await lines.OpenAsync(Listening, cancellation);
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
            if (watch.Hears is false)
            {
                // What others tell passes this node by, so it looks by itself.
                signals.RaiseAllHere();
            }

            await Task.Delay(watch.Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TellAsync(CancellationToken cancellation)
    {
        while (_untold.Count > 0 || await _toTell.Reader.WaitToReadAsync(cancellation))
        {
            while (_toTell.Reader.TryRead(out var topic))
            {
                _untold.Add(topic == Beat ? _node : $"{_node} {topic}");
            }

            await using var open = await lines.OpenAsync(ways.Telling, cancellation);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, told) FROM unnest($2) AS told", open) { Parameters = { new() { Value = Channel }, new() { Value = _untold.ToArray() } } };
            await notify.ExecuteNonQueryAsync(cancellation);
            _untold.Clear();

            // A burst is one signal, not hundreds.
            await Task.Delay(100, cancellation);
        }
    }
}
