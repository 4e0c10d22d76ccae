using EngagementHub.Core;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Web.Operations;

/// <summary>Copies the embedded database by SQLite's online backup: all pages in one step, beside writers.</summary>
internal sealed class SqliteCopy(string connection, TimeProvider clock) : IDatabaseCopy
{
    private const int Busy = 5;

    // Seconds to wait for a writer that has the file for a moment.
    private const int Patience = 5;

    private string Hub { get; } = new SqliteConnectionStringBuilder(connection).DataSource;

    public Task<DatabaseState> TakeAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(Hub))
        {
            throw new BrokenRuleException($"There is no database at {Hub}: check Database:Connection");
        }

        using (var from = Open(Hub))
        using (var to = Open(file))
        {
            from.BackupDatabase(to);
            // One file, without the log beside it that the copied header would ask for.
            Text(to, "PRAGMA journal_mode=DELETE");
        }

        return Task.FromResult(StateOf(file));
    }

    public Task<(DatabaseState State, string? Aside)> PutBackAsync(string file, bool replace, CancellationToken cancellation)
    {
        var state = StateOf(file);
        var aside = File.Exists(Hub) ? SetAside(replace) : null;
        Directory.CreateDirectory(Path.GetDirectoryName(Hub)!);
        File.Move(file, Hub);
        return Task.FromResult((state, aside));
    }

    private string? SetAside(bool replace)
    {
        using (var there = Open(Hub))
        {
            if (!replace && TablesOf(there).Count > 0)
            {
                throw new BrokenRuleException($"There is a database at {Hub} already. Name another place in Database:Connection, or say --replace: it is then put aside");
            }

            CloseLog(there);
        }

        var aside = $"{Hub}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}";
        File.Move(Hub, aside);
        return aside;
    }

    // Leaving the write-ahead log needs the database for oneself: it works only when no other process has it open, and empties the log.
    private static void CloseLog(SqliteConnection there)
    {
        try
        {
            if (Text(there, "PRAGMA journal_mode=DELETE") == "delete")
            {
                return;
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Busy)
        {
            // Said below, as when SQLite answers that the mode stays as it was.
        }

        throw new BrokenRuleException("The hub still runs on this database. Stop it first");
    }

    private static DatabaseState StateOf(string file)
    {
        using var copy = Open(file);
        if (Text(copy, "PRAGMA integrity_check") is not "ok" and var found)
        {
            throw new BrokenRuleException($"The copy of the database is damaged: {found}");
        }

        return new DatabaseState(
            Text(copy, """SELECT MAX("MigrationId") FROM "__EFMigrationsHistory" """),
            TablesOf(copy).ToDictionary(table => table, table => long.Parse(Text(copy, $"SELECT COUNT(*) FROM {Quoted(table)}"), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static List<string> TablesOf(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name";
        using var rows = command.ExecuteReader();
        List<string> tables = [];
        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    // Names come from the database's own catalogue; no parameter can stand for one.
    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static SqliteConnection Open(string file)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = Patience }.ConnectionString);
        opened.Open();
        return opened;
    }

    private static string Text(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
