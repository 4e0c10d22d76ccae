using System.Globalization;
using System.Net;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The machine's clock put forward and back under a running hub, and two nodes whose clocks differ (trust.md R8).</summary>
internal static class WrongClock
{
    private const string SealJob = "core.seal-audit";

    /// <param name="library">libfaketimeMT.so.1.</param>
    /// <param name="postgres">A PostgreSQL for two nodes.</param>
    public static async Task<int> RunAsync(string library, string postgres)
    {
        var log = new FaultLog();
        await JumpAsync(log, library);
        await DifferAsync(log, library, postgres);
        return log.Finish();
    }

    private static async Task JumpAsync(FaultLog log, string library)
    {
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        host.ApplyRecipe(recipe);
        Fake(host, library, 0);
        host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        using var writer = new Writer(host.Address);
        var rows = new CommentRows(host.Connection, isPostgres: false);
        await writer.SignInAsync();
        await writer.WriteAsync("Round 1 comment before");
        log.Check("the job runs", await RunsAsync(rows));

        Fake(host, library, 2 * 3600);
        log.Check("two hours forward: an idle session has ended", (await writer.OpenAsync("/account/sessions")).Status == HttpStatusCode.Redirect);
        await writer.SignInAsync();
        await writer.WriteAsync("Round 1 comment two hours forward");
        log.Check("two hours forward: jobs go on", await RunsAsync(rows));

        Fake(host, library, -2 * 3600);
        log.Check("four hours back from there: a session of that time is not made longer", (await writer.OpenAsync("/account/sessions")).Status == HttpStatusCode.Redirect);
        await writer.SignInAsync();
        await writer.WriteAsync("Round 1 comment four hours back");
        log.Check("four hours back: jobs go on, without waiting for the time to come again", await RunsAsync(rows));
        var pages = await Task.WhenAll(((string[])["/", "/blogs/bench", "/blogs/bench/2007/04/18/how-we-work", "/comments/mine", "/account/sessions", "/moderation/transparency"]).Select(writer.OpenAsync));
        log.Check("every page opens", pages.All(p => p.Status == HttpStatusCode.OK), string.Join(", ", pages.Select(p => (int)p.Status)));
        log.Check("no page speaks of a negative time", pages.All(p => !p.Body.Contains("-1 minute", StringComparison.Ordinal) && !p.Body.Contains("in -", StringComparison.Ordinal)));
        log.Check("each comment is there once", rows.Texts(1).Order(StringComparer.Ordinal).SequenceEqual(rows.Texts(1).Distinct().Order(StringComparer.Ordinal)) && rows.Texts(1).Count == 3);
    }

    private static async Task DifferAsync(FaultLog log, string library, string postgres)
    {
        using var one = new PublishedHost(postgres);
        one.Publish();
        using var two = new PublishedHost(postgres, one);
        var recipe = Path.Combine(one.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        one.ApplyRecipe(recipe);
        Fake(two, library, 240);
        one.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        two.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        foreach (var (begun, used) in ((PublishedHost, PublishedHost)[])[(one, two), (two, one)])
        {
            using var writer = new Writer(begun.Address);
            await writer.SignInAsync();
            var answer = await writer.OpenElsewhereAsync(used.Address, "/account/sessions");
            log.Check($"four minutes between two nodes: a session begun on the {(begun == one ? "slow" : "fast")} one holds on the other", answer == HttpStatusCode.OK, (int)answer);
        }

        // Ten seconds lie between two runs of this job, whichever node's clock says so.
        var rows = new CommentRows(postgres, isPostgres: true);
        List<DateTime> begins = [];
        await FaultLog.UntilAsync(
            () =>
            {
                if (rows.BegunAt(SealJob) is { } at && (begins.Count == 0 || begins[^1] != at))
                {
                    begins.Add(at);
                }

                return Task.FromResult(false);
            },
            TimeSpan.FromSeconds(45));
        var gaps = begins.Zip(begins.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        log.Check("four minutes between two nodes: a job runs as often as it should, and never at once on both", gaps.Count > 0 && gaps.TrueForAll(g => g >= 9.9), string.Join(", ", gaps.Select(g => g.ToString("F1", CultureInfo.InvariantCulture))));
    }

    private static async Task<bool> RunsAsync(CommentRows rows)
    {
        var before = rows.BegunAt(SealJob);
        return await FaultLog.UntilAsync(() => Task.FromResult(rows.BegunAt(SealJob) is { } at && at != before), TimeSpan.FromSeconds(40)) is not null;
    }

    // Only this combination gives a running .NET process another time of day and leaves its timers true.
    private static void Fake(PublishedHost host, string library, int seconds)
    {
        var file = $"{host.Folder}/clock";
        File.WriteAllText(file, seconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture));
        (host.Environment["LD_PRELOAD"], host.Environment["FAKETIME_TIMESTAMP_FILE"]) = (library, file);
        (host.Environment["FAKETIME_DONT_FAKE_MONOTONIC"], host.Environment["FAKETIME_FORCE_MONOTONIC_FIX"], host.Environment["FAKETIME_NO_CACHE"]) = ("1", "0", "1");
    }
}
