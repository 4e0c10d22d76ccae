using System.Net;
using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Live;
using EngagementHub.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EngagementHub.Tests.Replicas;

/// <summary>Behind pgbouncer in transaction mode, with five sessions for everybody.</summary>
[Trait("Needs", "Replica"), Collection("Replica")]
public sealed class PooledTests
{
    // Only a hub that does not notice takes so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Two_nodes_behind_a_pooler_tell_each_other_what_changed_and_serve_forty_at_once()
    {
        await using var one = new Pooled();
        var (admin, reader) = (await one.As("admin"), await one.As("tom"));
        await using var two = new Pooled { Beside = one };
        await Heard(one, two);

        var pages = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? reader : admin).Open($"/search?q=word{i}")));

        Assert.All(pages, page => page.MustBe(HttpStatusCode.OK));
        await using var direct = new NpgsqlConnection(one.Database);
        await direct.OpenAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'", direct);
        Assert.Equal(2L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_schema_is_made_past_the_pooler()
    {
        using var empty = TestDatabase.Empty();

        var exit = await HubCommands.RunAsync(["migrate", "--environment=Development", $"--contentRoot={HostProcess.Root}", "--Database:Provider=Postgres", $"--Database:Connection={Pooled.Through(empty.Connection)}", $"--Database:Direct={empty.Connection}"]);

        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task Without_a_way_past_the_pooler_the_start_is_refused_and_the_setting_named()
    {
        using var empty = TestDatabase.Empty();

        var (exit, _, errors) = await HostProcess.Run(HostProcess.Root, "migrate", "--environment=Development", "--Database:Provider=Postgres", $"--Database:Connection={Pooled.Through(empty.Connection)}");

        Assert.Equal(3, exit);
        Assert.Contains("The setting Database:Direct is wrong: it is not set, and a signal sent through Database:Connection is not heard", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_past_the_pooler_that_leads_through_it_or_to_a_standby_is_refused()
    {
        using var empty = TestDatabase.Empty();
        var through = new HubDatabase(HubDatabase.Postgres, Pooled.Through(empty.Connection));
        var standby = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("HUB_TEST_REPLICA"));

        var pooled = await Refused(through with { Direct = $"{through.Connection};Application Name=past" });
        var toStandby = await Refused(through with { Direct = standby.ConnectionString });
        var standbyAlone = await Refused(new HubDatabase(HubDatabase.Postgres, standby.ConnectionString));

        Assert.Contains("Database:Direct is wrong: a signal sent through Database:Connection is not heard there", pooled, StringComparison.Ordinal);
        Assert.Contains("Database:Direct is wrong: it leads to a standby", toStandby, StringComparison.Ordinal);
        Assert.Contains("Database:Connection is wrong: it leads to a standby", standbyAlone, StringComparison.Ordinal);
        await SessionProof.MakeAsync(through with { Direct = empty.Connection });
    }

    [Fact]
    public async Task A_pooler_put_before_the_database_while_the_hub_runs_is_said_and_what_others_change_is_still_seen()
    {
        var ports = new[] { "HUB_TEST_POSTGRES", "HUB_TEST_POOLER" }.Select(name => new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(name)).Port).ToList();
        using var line = new SwitchedLine(ports[0]);
        await using var hub = new Switched { Line = line };
        var (watch, signals) = (hub.Services.GetRequiredService<SignalWatch>(), hub.Services.GetRequiredService<LiveSignals>());
        var admin = await hub.As("admin");
        Assert.True(watch.Hears);

        line.LeadTo(ports[1]);
        await Until(() => watch.Hears is false);

        // The server hears; the hub behind the pooler does not, and so takes it that anything may have changed.
        await using var ear = signals.ListenAsync("queue", TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await ear.MoveNextAsync());
        Assert.True(await ear.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken));
        var page = await admin.Open("/administration");
        page.MustBe(HttpStatusCode.OK);
        Assert.Contains("Database:Direct", page.Text, StringComparison.Ordinal);

        line.LeadTo(ports[0]);
        await Until(() => watch.Hears is true);
    }

    private static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private static async Task<string> Refused(HubDatabase database) =>
        (await Assert.ThrowsAsync<SettingException>(() => SessionProof.MakeAsync(database, TimeSpan.FromMilliseconds(500)))).Message;

    // A commit on one node ends what the other keeps: waited for as a signal, not by the clock.
    private static async Task Heard(Pooled one, Pooled two)
    {
        var editions = two.Services.GetRequiredService<Editions>();
        var before = editions.Shown;
        while (editions.Shown == before)
        {
            await one.In(async (_, db) =>
            {
                db.Signal("test");
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                return 0;
            });
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    private sealed class Switched : HubFixture
    {
        public required SwitchedLine Line { get; init; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:Connection", new NpgsqlConnectionStringBuilder(Database) { Port = Line.Port }.ConnectionString);
            builder.ConfigureTestServices(services => services.AddSingleton(s => new SignalWatch(s.GetRequiredService<ILogger<SignalWatch>>()) { Pause = TimeSpan.FromMilliseconds(200) }));
        }
    }

    private sealed class Pooled : HubFixture
    {
        public Pooled? Beside { get; init; }

        public static string Through(string database) => new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("HUB_TEST_POOLER")) { Database = new NpgsqlConnectionStringBuilder(database).Database }.ConnectionString;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var direct = Beside?.Database ?? Database;
            builder.UseSetting("Database:Connection", Through(direct));
            builder.UseSetting("Database:Direct", direct);
        }
    }
}
