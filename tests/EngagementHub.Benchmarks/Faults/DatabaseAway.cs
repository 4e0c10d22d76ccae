using System.Diagnostics;
using System.Net;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The database gone while people read and write: refused, silent, and frozen (trust.md R4); and the reply to a commit lost (R5).</summary>
internal sealed class DatabaseAway : IDisposable
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(20);

    private readonly FaultLog _log = new();
    private readonly FaultyLine _line;
    private readonly PublishedHost _host;
    private readonly CommentRows _rows;
    private readonly int _postmaster;
    private int _round;

    private DatabaseAway(string postgres, int postmaster)
    {
        var straight = new NpgsqlConnectionStringBuilder(postgres);
        _line = new FaultyLine(straight.Host!, straight.Port);
        _host = new PublishedHost(new NpgsqlConnectionStringBuilder(postgres) { Port = _line.Port }.ConnectionString);
        (_rows, _postmaster) = (new CommentRows(postgres, isPostgres: true), postmaster);
    }

    public static async Task<int> RunAsync(string postgres, int postmaster)
    {
        using var test = new DatabaseAway(postgres, postmaster);
        test._host.Publish();
        var recipe = Path.Combine(test._host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 20));
        test._host.ApplyRecipe(recipe);
        test._host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        using var crowd = await Crowd.SignInAsync(test._host.Address, 8);
        await test.GoneAsync("refuses connections", crowd, () => test._line.Mode = LineMode.Broken, () => test._line.Mode = LineMode.Open);
        await test.GoneAsync("answers nothing", crowd, () => test._line.Mode = LineMode.Silent, () => test._line.Mode = LineMode.Open);
        await test.GoneAsync("is frozen", crowd, () => test.Signal("STOP"), () => test.Signal("CONT"));
        await test.LoseCommitsAsync(crowd.Writers[0]);
        return test._log.Finish();
    }

    public void Dispose()
    {
        _host.Dispose();
        _line.Dispose();
    }

    private async Task GoneAsync(string how, Crowd crowd, Action begin, Action end)
    {
        crowd.Begin(++_round);
        await Task.Delay(TimeSpan.FromSeconds(3));
        using var http = new HttpClient { BaseAddress = new Uri(_host.Address), Timeout = TimeSpan.FromSeconds(30) };
        begin();
        var clock = Stopwatch.StartNew();
        var noticed = await FaultLog.UntilAsync(async () => await FaultLog.StatusAsync(http, "/health/ready") == HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30));
        _log.Check($"the database {how}: readiness says so within 5 seconds", noticed < TimeSpan.FromSeconds(5), FaultLog.Seconds(noticed));
        // Who asked before it was noticed may wait as long as a statement may take; from then on nobody waits.
        await FaultLog.UntilAsync(() => Task.FromResult(clock.Elapsed > TimeSpan.FromSeconds(6)), TimeSpan.FromSeconds(7));
        await LookAsync(how, http, crowd.Writers[0]);
        if (Away - clock.Elapsed is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest);
        }

        end();
        var back = await FaultLog.UntilAsync(async () => await FaultLog.StatusAsync(http, "/") == HttpStatusCode.OK && await FaultLog.StatusAsync(http, "/health/ready") == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        _log.Check($"the database {how}: once it is back, so is the hub within 10 seconds", back < TimeSpan.FromSeconds(10), FaultLog.Seconds(back));
        await Task.Delay(TimeSpan.FromSeconds(2));
        await crowd.EndAsync();
        var problems = crowd.Problems(_rows, _round);
        _log.Check($"the database {how}: nothing lost, nothing twice", problems.Count == 0, string.Join("; ", problems));
    }

    private async Task LookAsync(string how, HttpClient http, Writer reader)
    {
        List<(HttpStatusCode Status, string Body, TimeSpan Took)> pages = [];
        for (var i = 0; i < 10; i++)
        {
            pages.Add(await reader.OpenAsync(i % 2 == 0 ? "/" : "/blogs/bench/2007/04/18/how-we-work"));
        }

        _log.Check($"the database {how}: six seconds after, pages say so within 3 seconds", pages.TrueForAll(p => p.Took < TimeSpan.FromSeconds(3) && p.Status == HttpStatusCode.ServiceUnavailable), $"{pages.Max(p => p.Took).TotalMilliseconds:F0} ms at most, {string.Join(", ", pages.Select(p => (int)p.Status).Distinct())}");
        _log.Check($"the database {how}: in plain words", pages.TrueForAll(p => p.Body.Contains("The hub cannot reach its records just now", StringComparison.Ordinal) && !p.Body.Contains("Npgsql", StringComparison.Ordinal)));
        _log.Check($"the database {how}: the process counts as alive", await FaultLog.StatusAsync(http, "/health/live") == HttpStatusCode.OK);
    }

    // The reply to a commit is lost; the writer presses the button again with the key of the form.
    private async Task LoseCommitsAsync(Writer writer)
    {
        const int Times = 20;
        _round++;
        for (var i = 1; i <= Times; i++)
        {
            _line.Mode = LineMode.LosesNextCommit;
            await writer.WriteAsync($"Round {_round} comment {i}");
        }

        var kept = _rows.Texts(_round);
        _log.Check("replies to commits were lost", _line.CommitsLost >= Times / 2, $"{_line.CommitsLost} in {Times} comments");
        _log.Check("written again with the same key, each is there exactly once", kept.Count == Times && kept.Distinct().Count() == Times, $"{kept.Distinct().Count()} of {Times}, {kept.Count} rows");
    }

    // All processes of the server, as a machine that hangs.
    private void Signal(string name)
    {
        foreach (var stat in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            var id = Path.GetFileName(stat);
            if (id == $"{_postmaster}" || ParentOf(stat) == _postmaster)
            {
                using var kill = Process.Start("kill", [$"-{name}", id]);
                kill.WaitForExit();
            }
        }
    }

    private static int ParentOf(string process)
    {
        try
        {
            var text = File.ReadAllText($"{process}/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
