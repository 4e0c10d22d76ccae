using System.Globalization;
using EngagementHub.Core;
using Npgsql;

namespace EngagementHub.Web.Operations;

/// <summary>Copies a PostgreSQL database by its own tools, pg_dump and pg_restore, which must be on the machine.</summary>
internal sealed class PostgresCopy(string connection, TimeProvider clock) : IDatabaseCopy
{
    private const string Aside = "before_restore_";

    private string Connection { get; } = new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;

    /// <summary>The rows are counted in the snapshot that is dumped, so that both tell of one instant.</summary>
    public async Task<DatabaseState> TakeAsync(string file, CancellationToken cancellation)
    {
        await using var database = await OpenAsync(cancellation);
        await using var snapshot = await database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var name = await TextAsync(database, "SELECT pg_export_snapshot()", cancellation);
        await PostgresTool.RunAsync("pg_dump", Connection, ["--format=custom", "--no-owner", "--no-privileges", $"--exclude-schema={Aside}*", $"--snapshot={name}", $"--file={file}"], cancellation);
        return await StateAsync(database, cancellation);
    }

    public async Task<(DatabaseState State, string? Aside)> PutBackAsync(string file, bool replace, CancellationToken cancellation)
    {
        await using var database = await OpenAsync(cancellation);
        await RefuseWhileTheHubRunsAsync(database, cancellation);
        var aside = await TextAsync(database, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", cancellation) == "0" ? null
            : replace ? $"{Aside}{clock.GetUtcNow():yyyyMMddHHmmss}"
            : throw new BrokenRuleException("There are tables in this database already. Name an empty one in Database:Connection, or say --replace: they are then put aside");
        await SwapAsync(database, aside, cancellation);
        try
        {
            await PostgresTool.RunAsync("pg_restore", Connection, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={database.Database}", file], cancellation);
        }
        catch
        {
            await SwapBackAsync(database, aside);
            throw;
        }

        return (await StateAsync(database, cancellation), aside is null ? null : $"the schema {aside}");
    }

    private static async Task RefuseWhileTheHubRunsAsync(NpgsqlConnection database, CancellationToken cancellation)
    {
        var others = await TextAsync(database, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", cancellation);
        if (others != "0")
        {
            throw new BrokenRuleException($"The database is in use by {(others == "1" ? "another connection" : $"{others} other connections")}. Stop every node of the hub first");
        }
    }

    private static async Task SwapAsync(NpgsqlConnection database, string? aside, CancellationToken cancellation)
    {
        if (aside is not null)
        {
            await TextAsync(database, $"BEGIN; ALTER SCHEMA public RENAME TO {aside}; CREATE SCHEMA public; COMMIT", cancellation);
        }
    }

    private static async Task SwapBackAsync(NpgsqlConnection database, string? aside)
    {
        if (aside is not null)
        {
            await TextAsync(database, $"BEGIN; DROP SCHEMA public CASCADE; ALTER SCHEMA {aside} RENAME TO public; COMMIT", CancellationToken.None);
        }
    }

    private static async Task<DatabaseState> StateAsync(NpgsqlConnection database, CancellationToken cancellation)
    {
        var tables = (await TextAsync(database, "SELECT string_agg(tablename, E'\\n' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'", cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            throw new BrokenRuleException("The database holds no hub: check Database:Connection");
        }

        Dictionary<string, long> rows = [];
        foreach (var table in tables)
        {
            rows[table] = long.Parse(await TextAsync(database, $"SELECT COUNT(*) FROM public.\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancellation), CultureInfo.InvariantCulture);
        }

        return new DatabaseState(await TextAsync(database, """SELECT MAX("MigrationId") FROM public."__EFMigrationsHistory" """, cancellation), rows);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var opened = new NpgsqlConnection(Connection);
        await opened.OpenAsync(cancellation);
        return opened;
    }

    private static async Task<string> TextAsync(NpgsqlConnection database, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 0 };
        return Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) ?? "";
    }
}
