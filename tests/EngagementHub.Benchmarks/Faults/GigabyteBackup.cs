using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>A database of one gigabyte backed up, put back elsewhere within ten minutes, and opened (trust.md R13).</summary>
internal static class GigabyteBackup
{
    private const long Size = 1_000_000_000;
    private const int Batch = 5_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <param name="postgres">A PostgreSQL to run on; nothing for SQLite.</param>
    /// <param name="empty">An empty database of the same server to put it back into.</param>
    public static async Task<int> RunAsync(string? postgres, string? empty)
    {
        var log = new FaultLog();
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        host.ApplyRecipe(recipe);
        // Opened once, so that its search index counts as made: what is put in below is not in it.
        host.Start("--Hub:Recipe=", "--Jobs:Run=false");
        host.Stop();
        var rows = Grow(host.Connection, postgres is not null);
        var (backup, clock) = ($"{host.Folder}/hub.zip", Stopwatch.StartNew());
        var memory = host.Command("backup", "--to", backup);
        Console.WriteLine($"     {rows:N0} comments; the backup took {clock.Elapsed.TotalSeconds:F0} seconds and {memory} MiB, its file has {new FileInfo(backup).Length / 1_000_000} MB");

        using var elsewhere = new PublishedHost(empty, postgres is null ? null : host) { Data = postgres is null ? Directory.CreateDirectory($"{host.Folder}/elsewhere").FullName : "" };
        elsewhere.Publish();
        clock.Restart();
        memory = elsewhere.Command("restore", backup);
        log.Check("one gigabyte is put back within 10 minutes", clock.Elapsed <= Longest, $"{clock.Elapsed.TotalSeconds:F0} seconds, {memory} MiB");
        log.Check("every row is there", Count(elsewhere.Connection, postgres is not null) == rows, $"{Count(elsewhere.Connection, postgres is not null):N0} of {rows:N0}");
        elsewhere.Start("--Hub:Recipe=", "--Jobs:Run=false");
        using var http = new HttpClient { BaseAddress = new Uri(elsewhere.Address) };
        using var page = await http.GetAsync(new Uri("/blogs/bench", UriKind.Relative));
        log.Check("a hub that is put back opens", page.IsSuccessStatusCode);
        return log.Finish();
    }

    // Comments that nobody can press together, below a discussion that no page shows whole.
    private static long Grow(string connection, bool isPostgres)
    {
        using DbConnection open = isPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        open.Open();
        var columns = Read(open, isPostgres
            ? "SELECT string_agg('\"' || column_name || '\"', ',') FROM information_schema.columns WHERE table_name = 'conversation_comments' AND column_name NOT IN ('Id', 'Number', 'Text')"
            : "SELECT group_concat('\"' || name || '\"', ',') FROM pragma_table_info('conversation_comments') WHERE name NOT IN ('Id', 'Number', 'Text')");
        var (id, text, series) = isPostgres
            ? ("gen_random_uuid()", "(SELECT string_agg(md5(random()::text || n || part), ' ') FROM generate_series(1, 150) AS part)", $"generate_series(1, {Batch}) AS n")
            : ("upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))", "hex(randomblob(2500))", $"(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < {Batch}) SELECT n FROM r) AS n");
        while (long.Parse(Read(open, isPostgres ? "SELECT pg_database_size(current_database())" : "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"), CultureInfo.InvariantCulture) < Size)
        {
            Run(open, $"INSERT INTO conversation_comments (\"Id\", \"Number\", \"Text\", {columns}) SELECT {id}, (SELECT MAX(\"Number\") FROM conversation_comments) + n{(isPostgres ? "" : ".n")}, {text}, {columns} FROM (SELECT * FROM conversation_comments WHERE \"Receipt\" IS NULL ORDER BY \"Number\" LIMIT 1) AS one, {series}");
        }

        return Count(connection, isPostgres);
    }

    private static long Count(string connection, bool isPostgres)
    {
        using DbConnection open = isPostgres ? new NpgsqlConnection(connection) : new SqliteConnection(connection);
        open.Open();
        return long.Parse(Read(open, "SELECT COUNT(*) FROM conversation_comments"), CultureInfo.InvariantCulture);
    }

    private static string Read(DbConnection open, string sql)
    {
        using var command = open.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private static void Run(DbConnection open, string sql)
    {
        using var command = open.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
