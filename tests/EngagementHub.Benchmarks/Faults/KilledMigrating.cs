using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The hub killed while it brings an empty database to its version, again and again at another moment; the next start goes on, and the schema is the one that nobody interrupted (trust.md R14).</summary>
internal static class KilledMigrating
{
    private const int Rounds = 10;
    private const int MostKills = 4;
    private const int MostTries = 5 * MostKills;

    /// <param name="postgres">A PostgreSQL to run on; nothing for SQLite.</param>
    public static int Run(string? postgres)
    {
        var log = new FaultLog();
        using var host = new PublishedHost(postgres);
        host.Publish();
        // Warmed first: the first start of all reads the program from the disk.
        host.Migrate();
        Empty(host, postgres);
        var takes = host.MigrateKilledAfter(TimeSpan.MaxValue).Used;
        var whole = Schema(host.Connection, postgres is not null);
        for (var round = 1; round <= Rounds; round++)
        {
            Empty(host, postgres);
            List<string> kills = [];
            var hits = 0;
            for (var kill = 1; kill <= MostKills || (hits == 0 && kill <= MostTries); kill++)
            {
                // One that was done before its end came left nothing to kill the next at.
                if (kill > 1 && hits == 0)
                {
                    Empty(host, postgres);
                }

                // The start of the process is of no interest; its end must be reached now and then.
                var (wasAtWork, used) = host.MigrateKilledAfter(takes * ((450 + RandomNumberGenerator.GetInt32(550)) / 1000.0));
                hits += wasAtWork ? 1 : 0;
                kills.Add($"{used.TotalSeconds:F1} s{(wasAtWork ? "" : " (done)")} {Applied(host.Connection, postgres is not null)}");
            }

            var clock = Stopwatch.StartNew();
            host.Migrate();
            var isWhole = Schema(host.Connection, postgres is not null).SequenceEqual(whole);
            log.Check($"round {round}: killed {hits} times, after {string.Join(", ", kills)}; the next start makes it whole", isWhole && hits > 0, $"{clock.Elapsed.TotalSeconds:F1} s");
        }

        return log.Finish();
    }

    private static void Empty(PublishedHost host, string? postgres)
    {
        if (postgres is not null)
        {
            Read(host.Connection, isPostgres: true, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; SELECT 'x'");
            return;
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(host.Folder, "hub.db*"))
        {
            File.Delete(file);
        }
    }

    // How many migrations a kill left behind it.
    private static string Applied(string connection, bool isPostgres)
    {
        try
        {
            return $"({Read(connection, isPostgres, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """).Count} there)";
        }
        catch (DbException)
        {
            return "(0 there)";
        }
    }

    // Every column, index and trigger, and every migration that is said to be done.
    private static List<string> Schema(string connection, bool isPostgres) => Read(connection, isPostgres, isPostgres
        ? """
          SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '') FROM information_schema.columns WHERE table_schema = 'public'
          UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
          UNION ALL SELECT event_object_table || ' ' || trigger_name || ' ' || event_manipulation FROM information_schema.triggers
          UNION ALL SELECT "MigrationId" FROM "__EFMigrationsHistory"
          """
        : "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE '__EFMigrationsLock%' AND name NOT LIKE 'sqlite_%' UNION ALL SELECT MigrationId FROM __EFMigrationsHistory");

    private static List<string> Read(string connection, bool isPostgres, string sql)
    {
        using DbConnection open = isPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
