using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Tests.ServiceLevels.Sources.Killed;

/// <summary>The hub in a process of its own that is killed and started again, on one database.</summary>
public sealed class KilledHub : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-killed").FullName;
    private readonly string _address = $"http://127.0.0.1:{HostProcess.FreePort()}";
    private Process? _process;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Http = new HttpClient { BaseAddress = new Uri(_address) };
        var path = Path.Combine(_folder, "catalogue.recipe.json");
        await File.WriteAllTextAsync(path, ServiceLevelsHub.Catalogue);
        foreach (var recipe in (string[])[Path.Combine(AppContext.BaseDirectory, "Support", "people.recipe.json"), path])
        {
            var (exitCode, _, errors) = await HostProcess.Run(_folder, "apply-recipe", recipe);
            Assert.True(exitCode == 0, errors);
        }

        await StartAsync();
    }

    public async Task StartAsync() => _process = await HostProcess.Serve(_folder, "--urls", _address, "--Hub:Recipe=", "--Sources:Allowed:0=127.0.0.1", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0", "--Logging:LogLevel:Default=Critical");

    /// <summary>As a power cut would: kill -9, with no word to it before.</summary>
    public void Kill() => _process!.Kill(entireProcessTree: true);

    public Task DiedAsync() => _process!.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>The time of leases and of pauses between two questions goes by.</summary>
    public void PassTime(bool leases)
    {
        Run("""UPDATE servicelevels_polled_sources SET "NextPollAt" = 0 WHERE "State" <> 'Paused'""");
        if (leases)
        {
            Run("""UPDATE core_jobs SET "HeldUntil" = NULL""");
            Run("""UPDATE servicelevels_webhooks SET "HeldUntil" = NULL""");
        }
    }

    public void PauseAll() => Run("""UPDATE servicelevels_polled_sources SET "State" = 'Paused'""");

    /// <summary>Tickets of a source, each with what is known of it.</summary>
    public Dictionary<string, string> Lives(string source)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t."Number", e."State", e."At" FROM servicelevels_tickets t JOIN servicelevels_ticket_events e ON e."TicketId" = t."Id"
            WHERE t."Source" = @source AND e."SupersededAt" IS NULL ORDER BY t."Number", e."At", e."Order"
            """;
        command.Parameters.AddWithValue("@source", source);
        using var row = command.ExecuteReader();
        List<(string Number, string Told)> rows = [];
        while (row.Read())
        {
            rows.Add((row.GetString(0), $"{row.GetString(1)} {new DateTime(row.GetInt64(2), DateTimeKind.Utc):yyyy-MM-dd HH:mm}"));
        }

        return rows.GroupBy(told => told.Number).ToDictionary(ticket => ticket.Key, ticket => string.Join(", ", ticket.Select(told => told.Told)));
    }

    /// <summary>What the kept sums of clocks say against clocks counted anew is the command's to tell; here, whether the file is whole.</summary>
    public bool IsWhole()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()! == "ok";
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _process!.WaitForExit();
        _process.Dispose();
        Http.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_folder}/hub.db;Default Timeout=30");
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
