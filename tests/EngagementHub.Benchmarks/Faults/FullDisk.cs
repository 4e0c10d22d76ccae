using System.Net;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The disk full while people write, and freed again (trust.md R3).</summary>
internal static class FullDisk
{
    /// <param name="folder">A file system of its own, of a few dozen megabytes.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var log = new FaultLog();
        using var host = new PublishedHost { Data = folder };
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        using var crowd = await Crowd.SignInAsync(host.Address, 4);
        var writer = crowd.Writers[0];
        crowd.Begin(round: 1);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Fill($"{folder}/ballast");

        (HttpStatusCode Status, string Body, TimeSpan Took) refused = (HttpStatusCode.Redirect, "", default);
        // The log has room for a few pages yet; then there is none.
        var full = await FaultLog.UntilAsync(async () => (refused = await writer.TryAsync($"Round 9 comment {Guid.NewGuid():N}{new string('x', 5000)}", Guid.NewGuid().ToString("N"))).Status != HttpStatusCode.Redirect, TimeSpan.FromSeconds(60));
        log.Check("with the disk full a comment is refused", full is not null && refused.Status is HttpStatusCode.InsufficientStorage or HttpStatusCode.ServiceUnavailable, (int)refused.Status);
        log.Check("in plain words", refused.Body.Contains("The hub has no room to keep anything new", StringComparison.Ordinal) && !refused.Body.Contains("SQLite", StringComparison.OrdinalIgnoreCase), refused.Body.Split("<h1")[^1].Split('<')[0]);
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => writer.OpenAsync(i % 2 == 0 ? "/" : "/blogs/bench/2007/04/18/how-we-work")));
        log.Check("reading goes on", pages.All(p => p.Status == HttpStatusCode.OK), string.Join(", ", pages.Select(p => (int)p.Status).Distinct()));

        File.Delete($"{folder}/ballast");
        var back = await FaultLog.UntilAsync(async () => (await writer.TryAsync("Round 9 comment when there is room again", Guid.NewGuid().ToString("N"))).Status == HttpStatusCode.Redirect, TimeSpan.FromSeconds(60));
        log.Check("with room again writing goes on within 30 seconds, without a restart", back < TimeSpan.FromSeconds(30) && !host.HasEnded, back is { } time ? $"{time.TotalSeconds:F1} seconds" : "never");
        await Task.Delay(TimeSpan.FromSeconds(1));
        await crowd.EndAsync();
        var problems = crowd.Problems(new CommentRows(host.Connection, isPostgres: false), 1);
        log.Check("nothing lost, nothing twice, no half row", problems.Count == 0, string.Join("; ", problems));
        return log.Finish();
    }

    private static void Fill(string file)
    {
        // Unbuffered: what did not fit must not be tried once more at the end.
        using var ballast = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 * 1024];
        for (var size = block.Length; size >= 512;)
        {
            try
            {
                ballast.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }
}
