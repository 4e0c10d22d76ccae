using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>A backup taken while people write, put back elsewhere and compared (trust.md R13).</summary>
internal static class BackupUnderLoad
{
    /// <param name="postgres">A PostgreSQL to run on; nothing for SQLite.</param>
    /// <param name="empty">An empty database of the same server to put it back into.</param>
    public static async Task<int> RunAsync(string? postgres, string? empty)
    {
        var log = new FaultLog();
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 200));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        Directory.CreateDirectory($"{host.Folder}/uploads");
        await File.WriteAllBytesAsync($"{host.Folder}/uploads/{Guid.NewGuid():N}", RandomNumberGenerator.GetBytes(100_000));
        using var crowd = await Crowd.SignInAsync(host.Address, 8);
        crowd.Begin(round: 1);
        log.Check("people write before the backup begins", await FaultLog.UntilAsync(() => Task.FromResult(crowd.Acknowledged.Count >= 50), TimeSpan.FromMinutes(2)) is not null);

        var before = crowd.Acknowledged;
        var clock = Stopwatch.StartNew();
        host.Command("backup", "--to", $"{host.Folder}/hub.zip");
        Console.WriteLine($"     the backup took {clock.Elapsed.TotalSeconds:F1} seconds, {crowd.Acknowledged.Count - before.Count} comments came meanwhile");
        await crowd.EndAsync();

        using var elsewhere = new PublishedHost(empty, postgres is null ? null : host) { Data = postgres is null ? Directory.CreateDirectory($"{host.Folder}/elsewhere").FullName : "" };
        elsewhere.Publish();
        if (postgres is not null)
        {
            Directory.Move($"{host.Folder}/uploads", $"{host.Folder}/uploads-first");
        }

        elsewhere.Command("restore", $"{host.Folder}/hub.zip");
        Compare(log, (host, elsewhere), postgres is not null, before);
        var first = postgres is null ? $"{host.Folder}/uploads" : $"{host.Folder}/uploads-first";
        var second = postgres is null ? $"{host.Folder}/elsewhere/uploads" : $"{host.Folder}/uploads";
        log.Check("uploads are equal by hash", Hashes(first).SequenceEqual(Hashes(second)), $"{Hashes(second).Count} files");
        elsewhere.Start("--Hub:Recipe=", "--Jobs:Run=false");
        using var http = new HttpClient { BaseAddress = new Uri(elsewhere.Address) };
        using var page = await http.GetAsync(new Uri("/blogs/bench/2007/04/18/how-we-work", UriKind.Relative));
        log.Check("a hub that is put back opens", page.IsSuccessStatusCode);
        return log.Finish();
    }

    private static void Compare(FaultLog log, (PublishedHost There, PublishedHost Back) hosts, bool isPostgres, IReadOnlyList<string> before)
    {
        var (there, back) = (new CommentRows(hosts.There.Connection, isPostgres).All(), new CommentRows(hosts.Back.Connection, isPostgres).All());
        var texts = back.Select(r => r.Text).ToHashSet();
        log.Check("every comment that was acknowledged before the backup began is in it", before.All(texts.Contains), $"{before.Count} before, {back.Count} in it, {there.Count} in the end");
        var hashes = there.ToDictionary(r => r.Id, r => Hash(r.Text + r.Number));
        log.Check("every row in it is equal by hash", back.All(r => hashes.TryGetValue(r.Id, out var hash) && hash == Hash(r.Text + r.Number)));
        log.Check("it is of one instant: numbers without a hole", back.Count == back.Max(r => r.Number));
    }

    private static List<string> Hashes(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))).Order(StringComparer.Ordinal)];

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
