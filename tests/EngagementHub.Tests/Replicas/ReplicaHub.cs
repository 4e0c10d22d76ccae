using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EngagementHub.Tests.Replicas;

/// <summary>A hub on a primary with a real streaming standby, which <c>start_standby</c> of tests/lib/postgres.sh started.</summary>
public class ReplicaHub : HubFixture, IAsyncLifetime
{
    private const string Blog = """
        { "name": "blog", "steps": [
          { "name": "CodeOfConduct", "Versions": [{ "Version": "1.0", "InForceFrom": "2007-01-15", "Introduction": "So that everybody can speak.", "Clauses": [{ "Number": 1, "Title": "Be civil", "Text": "Criticise the idea." }] }] },
          { "name": "content", "data": [{ "ContentType": "Blog", "ContentItemId": "leaders", "DisplayText": "The leaders' blog", "Owner": "office", "Author": "office",
            "AutoroutePart": { "Path": "leaders" }, "Blog": { "Strapline": { "Text": "Straight answers" } } }] }] }
        """;

    private readonly ConcurrentQueue<string> _from = new();
    private readonly MeterListener _listener = new();

    /// <summary>What the log said of replicas.</summary>
    internal Lines Said { get; } = new();

    internal EngagementHub.Core.Replicas.Replicas Replicas => Services.GetRequiredService<EngagementHub.Core.Replicas.Replicas>();

    /// <summary>How the same database is reached on the standby.</summary>
    protected virtual string Replica => On(Standby);

    private static string Standby => Environment.GetEnvironmentVariable("HUB_TEST_REPLICA") ?? throw new InvalidOperationException("HUB_TEST_REPLICA is empty: run tests/run.sh replica");

    public async ValueTask InitializeAsync()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "hub.replica.pages")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _from.Enqueue($"{tags[0].Value}"));
        _listener.Start();
        Assert.Equal(0, (await ApplyRecipe(Blog)).ExitCode);
    }

    /// <summary>Waits until the replica has caught up.</summary>
    public async Task Serves()
    {
        while (Replicas.Standings is not [{ Trouble: null }])
        {
            await Replicas.LookAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Opens a page and tells where it was read.</summary>
    public async Task<(HubPage Page, IReadOnlyList<string> From)> Read(HubClient reader, string url)
    {
        _from.Clear();
        var page = await reader.Open(url);
        return (page, [.. _from]);
    }

    /// <summary>Lets nothing more of the primary's log be seen on the standby.</summary>
    public static async Task StopReplaying()
    {
        await OnStandby("SELECT pg_wal_replay_pause()");
        while (await OnStandby("SELECT pg_get_wal_replay_pause_state()") is not "paused")
        {
        }
    }

    public static Task ReplayAgain() => OnStandby("SELECT pg_wal_replay_resume()");

    /// <summary>Kills the standby's server as the kernel would.</summary>
    public static async Task KillStandby()
    {
        var file = (string)(await OnStandby("SELECT pg_read_file('postmaster.pid')"))!;
        using var server = Process.GetProcessById(int.Parse(file.Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture));
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public static async Task StartStandby()
    {
        using var start = Process.Start("/bin/sh", [Environment.GetEnvironmentVariable("HUB_TEST_REPLICA_START")!]);
        await start.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, start.ExitCode);
    }

    /// <summary>The same database on that server.</summary>
    protected string On(string server) => new NpgsqlConnectionStringBuilder(server) { Database = new NpgsqlConnectionStringBuilder(Database).Database }.ConnectionString;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Replica", Replica);
        builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(Said));
    }

    protected override void Dispose(bool disposing)
    {
        _listener.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<object?> OnStandby(string sql)
    {
        await using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Standby) { Pooling = false }.ConnectionString);
        await open.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, open);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IReadOnlyList<string> All => [.. _all];

        public void Clear() => _all.Clear();

        public ILogger CreateLogger(string categoryName) => categoryName == typeof(EngagementHub.Core.Replicas.Replicas).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _all.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}

/// <summary>Another node on the database of a hub, which reads from the same standby.</summary>
public sealed class SecondReplicaNode(ReplicaHub first) : HubFixture
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Database:Connection", first.Database);
        builder.UseSetting("Database:Replica", new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("HUB_TEST_REPLICA")) { Database = new NpgsqlConnectionStringBuilder(first.Database).Database }.ConnectionString);
        builder.UseSetting("Conversation:KeyFolder", Path.Combine(first.Folder, "keys"));
    }
}
