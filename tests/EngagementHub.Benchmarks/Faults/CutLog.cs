using Microsoft.Data.Sqlite;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The embedded database's write-ahead log cut off at every frame and at random bytes, as a power cut may leave it (trust.md R2).</summary>
internal static class CutLog
{
    // https://www.sqlite.org/fileformat2.html#the_write_ahead_log
    private const int Header = 32;
    private const int FrameHeader = 24;
    private const int RandomCuts = 300;

    public static async Task<int> RunAsync()
    {
        var log = new FaultLog();
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        using var crowd = await Crowd.SignInAsync(host.Address, 8);
        crowd.Begin(round: 1);
        await Task.Delay(TimeSpan.FromSeconds(8));
        host.Stop();
        var (database, wal) = (await File.ReadAllBytesAsync($"{host.Folder}/hub.db"), await File.ReadAllBytesAsync($"{host.Folder}/hub.db-wal"));
        var acknowledged = crowd.Acknowledged;
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        await crowd.EndAsync();

        var page = (wal[8] << 24) | (wal[9] << 16) | (wal[10] << 8) | wal[11];
        List<int> frames = [.. Enumerable.Range(0, ((wal.Length - Header) / (page + FrameHeader)) + 1).Select(i => Header + (i * (page + FrameHeader)))];
        var random = Enumerable.Range(0, RandomCuts).Select(_ => Random.Shared.Next(wal.Length)).Order().ToList();
        Console.WriteLine($"     {frames.Count} frames, {wal.Length / 1024} KiB of log, {acknowledged.Count} comments acknowledged");
        Judge(log, "at every frame", host.Folder, (database, wal), frames);
        Judge(log, "at random bytes", host.Folder, (database, wal), random);
        var whole = Read(host.Folder, database, wal);
        log.Check("uncut, the log holds every comment that was acknowledged before the kill", !acknowledged.Except(whole.Texts).Any(), $"{whole.Texts.Count} there");
        return log.Finish();
    }

    private static void Judge(FaultLog log, string where, string folder, (byte[] Database, byte[] Wal) files, List<int> cuts)
    {
        var (before, broken, holes, fewer) = (0, 0, 0, 0);
        foreach (var cut in cuts)
        {
            var (isWhole, texts, highest) = Read(folder, files.Database, files.Wal.AsSpan(0, cut));
            broken += isWhole ? 0 : 1;
            // A prefix of the commits: numbers without a hole, and never fewer by a longer log.
            holes += texts.Count == highest ? 0 : 1;
            fewer += highest < before ? 1 : 0;
            before = highest;
        }

        log.Check($"cut {where}, {cuts.Count} times: it opens and is whole", broken == 0, broken);
        log.Check($"cut {where}: it holds the first so many commits and no other", holes == 0 && fewer == 0 && before > 0, $"{holes} with holes, {fewer} shorter than by a shorter log, {before} at the longest");
    }

    private static (bool IsWhole, IReadOnlyList<string> Texts, int Highest) Read(string folder, byte[] database, ReadOnlySpan<byte> wal)
    {
        var copy = $"{folder}/cut.db";
        File.Delete($"{copy}-shm");
        File.WriteAllBytes(copy, database);
        using (var file = File.Create($"{copy}-wal"))
        {
            file.Write(wal);
        }

        try
        {
            using var open = new SqliteConnection($"Data Source={copy};Pooling=False");
            open.Open();
            var isWhole = Ask(open, "PRAGMA integrity_check") is ["ok"] && Ask(open, "SELECT 'x' FROM pragma_foreign_key_check LIMIT 1").Count == 0;
            var numbers = Ask(open, "SELECT \"Number\" FROM conversation_comments");
            return (isWhole, [.. Ask(open, "SELECT \"Text\" FROM conversation_comments")], numbers.Count == 0 ? 0 : numbers.Max(n => int.Parse(n, null)));
        }
        catch (SqliteException)
        {
            return (false, [], 0);
        }
    }

    private static List<string> Ask(SqliteConnection open, string sql)
    {
#pragma warning disable CA2100 // Constants of this file.
        using var command = new SqliteCommand(sql, open);
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }
}
