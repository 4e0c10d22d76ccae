using System.Data.Common;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EngagementHub.Tests.Live;

/// <summary>A server that says nothing any more, as PostgreSQL does while it sleeps.</summary>
public sealed class DatabaseLinesTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // Only a connection that is not ended takes so long.
    private const string Sleep = "SELECT pg_sleep(600)";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    private readonly DatabaseLines _lines = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_for_a_server_that_is_away_is_told_and_who_comes_then_does_not_wait()
    {
        Assert.SkipUnless(hub.HasManyNodes, "An embedded database is never away");
        await using var open = await _lines.OpenAsync(hub.Database, Cancellation);
        await using var sleep = new NpgsqlCommand(Sleep, open);
        var waiting = sleep.ExecuteNonQueryAsync(Cancellation);

        _lines.Close();
        Assert.Equal(1, _lines.EndAll());

        await Assert.ThrowsAsync<NpgsqlException>(() => waiting.WaitAsync(Patience, Cancellation));
        await Assert.ThrowsAsync<DatabaseAwayException>(() => _lines.OpenAsync(hub.Database, Cancellation));
        Assert.Equal(0, _lines.EndAll());
    }

    [Fact]
    public async Task A_unit_of_work_that_waits_for_its_transaction_to_begin_is_told_too()
    {
        Assert.SkipUnless(hub.HasManyNodes, "An embedded database is never away");
        await using var db = Unit(Application("waits"));
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        var waiting = db.Database.ExecuteSqlRawAsync(Sleep, Cancellation);

        _lines.Close();
        _lines.EndAll();

        var told = await Record.ExceptionAsync(() => waiting.WaitAsync(Patience, Cancellation));
        Assert.True(told is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException }, $"{told}");
        await using var late = Unit(Application("late"));
        await Assert.ThrowsAsync<DatabaseAwayException>(() => late.Database.ExecuteSqlRawAsync("SELECT 1", Cancellation));
    }

    [Fact]
    public async Task When_the_server_is_back_the_next_unit_of_work_gets_a_connection_that_lives()
    {
        Assert.SkipUnless(hub.HasManyNodes, "An embedded database is never away");
        await using (var before = Unit(Application("pooled")))
        {
            await before.Database.ExecuteSqlRawAsync("SELECT 1", Cancellation);
        }

        _lines.Close();
        Assert.Equal(0, _lines.EndAll());
        await Terminate("pooled");
        _lines.Reopen();

        await using var after = Unit(Application("pooled"));
        Assert.Equal(-1, await after.Database.ExecuteSqlRawAsync("SELECT 1", Cancellation));
    }

    private string Application(string name) => new NpgsqlConnectionStringBuilder(hub.Database) { ApplicationName = name }.ConnectionString;

    private HubDb Unit(string connection)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        new HubDatabase(HubDatabase.Postgres, connection).Configure(options, _lines);
        return new HubDb(options.Options, [], hub.Services.GetRequiredService<IServiceProvider>());
    }

    private async Task Terminate(string application)
    {
        await using var other = await new DatabaseLines().OpenAsync(hub.Database, Cancellation);
        await using DbCommand end = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", other) { Parameters = { new() { Value = application } } };
        await end.ExecuteNonQueryAsync(Cancellation);
    }
}
