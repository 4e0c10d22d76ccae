using System.Diagnostics;
using System.Net;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>Two nodes of the version before behind a proxy on one PostgreSQL, the schema brought to this version under them, and one after the other replaced, while people write all the time (trust.md R7).</summary>
internal sealed class UpgradeUnderLoad : IDisposable
{
    private const int People = 16;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(20);

    private readonly FaultLog _log = new();
    private readonly PublishedHost _oldOne;
    private readonly PublishedHost _oldTwo;
    private readonly PublishedHost _newOne;
    private readonly PublishedHost _newTwo;
    private readonly CommentRows _rows;

    private UpgradeUnderLoad(string postgres)
    {
        _oldOne = new PublishedHost(postgres);
        _oldTwo = new PublishedHost(postgres, _oldOne);
        (_newOne, _newTwo) = (new PublishedHost(postgres, _oldOne) { Address = _oldOne.Address }, new PublishedHost(postgres, _oldOne) { Address = _oldTwo.Address });
        _rows = new CommentRows(postgres, isPostgres: true);
    }

    /// <param name="postgres">An empty database.</param>
    /// <param name="proxySettings">The settings of haproxy that operators use.</param>
    /// <param name="before">Where the version before was published.</param>
    public static async Task<int> RunAsync(string postgres, string proxySettings, string before)
    {
        using var test = new UpgradeUnderLoad(postgres);
        test._oldOne.Use(before);
        test._newOne.Publish();
        test._newTwo.Publish();
        var recipe = Path.Combine(test._oldOne.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 20));
        test._oldOne.ApplyRecipe(recipe);
        Start(test._oldOne);
        Start(test._oldTwo);
        using var proxy = Proxy.Start(test._oldOne.Folder, proxySettings, test._oldOne, test._oldTwo);
        await proxy.SeesAsync(2);
        using var crowd = await Crowd.SignInAsync(proxy.Address, People);
        await test.UpgradeAsync(proxy, crowd);
        return test._log.Finish();
    }

    public void Dispose()
    {
        _newTwo.Dispose();
        _newOne.Dispose();
        _oldTwo.Dispose();
        _oldOne.Dispose();
    }

    private static void Start(PublishedHost node) => node.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0", "--Shutdown:DrainSeconds=3");

    private async Task UpgradeAsync(Proxy proxy, Crowd crowd)
    {
        var (clock, began) = (Stopwatch.StartNew(), Stopwatch.GetTimestamp());
        crowd.Begin(round: 1);
        await Task.Delay(Together);
        var schema = Stopwatch.StartNew();
        _newOne.Migrate();
        Console.WriteLine($"     the schema was brought to this version in {schema.Elapsed.TotalSeconds:F1} seconds, from {(clock.Elapsed - schema.Elapsed).TotalSeconds:F0} s on, under two nodes of the version before");
        await WriteOnBothAsync(crowd, "the version before, on this version's schema, writes on both nodes");

        await ReplaceAsync(proxy, _oldOne, _newOne);
        await WriteOnBothAsync(crowd, "both versions write at once");
        await ReadAcrossAsync(crowd);

        // A node of the version before that has to be started once more, as in a way back.
        await ReplaceAsync(proxy, _oldTwo, _oldTwo);
        await WriteOnBothAsync(crowd, "the version before opens on this version's schema, and both write");

        await ReplaceAsync(proxy, _oldTwo, _newTwo);
        await WriteOnBothAsync(crowd, "this version writes on both nodes");
        await crowd.EndAsync();
        await JudgeAsync(crowd, began, clock.Elapsed);
    }

    private static async Task ReplaceAsync(Proxy proxy, PublishedHost old, PublishedHost next)
    {
        var took = old.Terminate();
        Console.WriteLine($"     asked to end, a node took {took.TotalSeconds:F1} seconds");
        Start(next);
        await proxy.SeesAsync(2);
    }

    // Browsers stay with their node; nobody has come to a node that was just replaced, so somebody is sent there.
    private async Task WriteOnBothAsync(Crowd crowd, string words)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var (index, writer) in crowd.Writers.Index())
        {
            writer.MoveTo(index % 2 == 0 ? "one" : "two");
        }

        await Task.Delay(Together);
        var written = crowd.Tries.Where(t => t.Began > since && t.Wrong is null).GroupBy(t => t.Node).ToDictionary(g => g.Key, g => g.Count());
        _log.Check(words, written.GetValueOrDefault("one") > 0 && written.GetValueOrDefault("two") > 0, string.Join(", ", written.Select(w => $"{w.Value} on {w.Key}")));
    }

    // What one version wrote, the other shows.
    private async Task ReadAcrossAsync(Crowd crowd)
    {
        string[] addresses = [_newOne.Address, _oldTwo.Address];
        var answers = await Task.WhenAll(addresses.SelectMany(_ => (string[])["/", "/blogs/bench", "/blogs/bench/2007/04/18/how-we-work", "/comments/mine", "/account/sessions", "/notifications"], crowd.Writers[0].OpenElsewhereAsync));
        _log.Check("what both have written opens on both, for a session of either", answers.All(a => a == HttpStatusCode.OK), string.Join(", ", answers.Select(a => (int)a).Distinct()));
    }

    private async Task JudgeAsync(Crowd crowd, long began, TimeSpan took)
    {
        var failures = crowd.Tries.Where(t => t.Wrong is not null).ToList();
        _log.Check("no request fails from beginning to end", failures.Count == 0, $"{failures.Count} of {crowd.Tries.Count} in {took.TotalSeconds:F0} seconds{(failures.Count == 0 ? "" : $" ({string.Join("; ", failures.Select(f => $"{f.Wrong} on {f.Node}, {Stopwatch.GetElapsedTime(began, f.Began).TotalSeconds:F0} to {Stopwatch.GetElapsedTime(began, f.Ended).TotalSeconds:F0} s"))})")}");
        var problems = crowd.Problems(_rows, 1);
        _log.Check("nothing lost, nothing twice", problems.Count == 0, problems.Count == 0 ? $"{crowd.Acknowledged.Count} comments" : string.Join("; ", problems));
        var stay = await Task.WhenAll(crowd.Writers.Select(w => w.OpenAsync("/account/sessions")));
        _log.Check("everybody is still signed in", stay.All(s => s.Status == HttpStatusCode.OK));
        var verified = true;
        try
        {
            _newOne.Command("verify-audit");
        }
        catch (InvalidOperationException)
        {
            verified = false;
        }

        _log.Check("the audit trail that both sealed is whole", verified);
    }
}
