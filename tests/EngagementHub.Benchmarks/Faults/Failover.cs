using System.Diagnostics;
using System.Net;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>The primary database killed or frozen while people write, and its standby promoted: the hub, told of both hosts, goes on with the new primary and is not restarted.</summary>
internal sealed class Failover : IDisposable
{
    // What somebody, or a program that watches, takes to decide that the primary is gone.
    private static readonly TimeSpan Decision = TimeSpan.FromSeconds(5);

    // Comments by which an asynchronous standby is behind at least.
    private const int Behind = 10;

    private readonly FaultLog _log = new();
    private readonly PublishedHost _one;
    private readonly PublishedHost _two;
    private readonly PostgresServer _primary;
    private readonly PostgresServer _standby;
    private readonly bool _isSynchronous;

    private Failover(string primary, string standby, string folder, string programs, bool isSynchronous)
    {
        var (first, second) = (new NpgsqlConnectionStringBuilder(primary), new NpgsqlConnectionStringBuilder(standby));
        var both = new NpgsqlConnectionStringBuilder(primary) { Host = $"{first.Host}:{first.Port},{second.Host}:{second.Port}" }.ConnectionString;
        (_one, _isSynchronous) = (new PublishedHost(both), isSynchronous);
        _two = new PublishedHost(both, _one);
        (_primary, _standby) = (new PostgresServer(primary, $"{folder}/data", programs), new PostgresServer(standby, $"{folder}/standby", programs));
    }

    public static async Task<int> RunAsync(string primary, string standby, string folder, string programs, bool isSynchronous)
    {
        using var test = new Failover(primary, standby, folder, programs, isSynchronous);
        test._one.Publish();
        var recipe = Path.Combine(test._one.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        test._one.ApplyRecipe(recipe);
        await test.BeSynchronousAsync();
        foreach (var node in (PublishedHost[])[test._one, test._two])
        {
            node.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");
        }

        using var crowd = await Crowd.SignInAsync(test._one.Address, 8);
        await test.FailOverAsync(crowd);
        return test._log.Finish();
    }

    public void Dispose()
    {
        _two.Dispose();
        _one.Dispose();
        // Frozen, it could not be stopped.
        _primary.Signal("KILL");
    }

    private async Task BeSynchronousAsync()
    {
        if (!_isSynchronous)
        {
            return;
        }

        await _primary.AskAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await _primary.AskAsync("SELECT pg_reload_conf()");
        var waits = await FaultLog.UntilAsync(async () => await _primary.AskAsync("SELECT sync_state FROM pg_stat_replication") is "sync", TimeSpan.FromSeconds(30));
        _log.Check("the primary waits for its standby at each commit", waits is not null);
    }

    private async Task FailOverAsync(Crowd crowd)
    {
        crowd.Begin(round: 1);
        await Task.Delay(TimeSpan.FromSeconds(4));
        var known = crowd.Acknowledged;
        if (!_isSynchronous)
        {
            await _standby.StopReceivingAsync();
            var received = crowd.Acknowledged.Count;
            await FaultLog.UntilAsync(() => Task.FromResult(crowd.Acknowledged.Count >= received + Behind), TimeSpan.FromSeconds(60));
        }

        using var http = new HttpClient { BaseAddress = new Uri(_one.Address), Timeout = TimeSpan.FromSeconds(30) };
        // A server that is killed ends its connections; a machine that loses its power does not say a word.
        var silent = Stopwatch.GetTimestamp();
        _primary.Signal(_isSynchronous ? "STOP" : "KILL");
        var noticed = await FaultLog.UntilAsync(async () => await FaultLog.StatusAsync(http, "/health/ready") == HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(40));
        _log.Check("readiness says within 10 seconds that the primary is gone", noticed < TimeSpan.FromSeconds(10), FaultLog.Seconds(noticed));
        await Task.Delay(Decision);
        var acknowledged = crowd.Acknowledged;
        var (clock, promoted) = (Stopwatch.StartNew(), Stopwatch.GetTimestamp());
        _standby.Promote();
        Console.WriteLine($"     promoting took {clock.Elapsed.TotalSeconds:F1} seconds");
        await BackAsync(http, crowd, clock);
        await crowd.EndAsync();
        TellWaits(crowd, silent, promoted);
        await CompareAsync(crowd, known, acknowledged);
    }

    private async Task BackAsync(HttpClient http, Crowd crowd, Stopwatch promoted)
    {
        var ready = await FaultLog.UntilAsync(async () => await FaultLog.StatusAsync(http, "/health/ready") == HttpStatusCode.OK, TimeSpan.FromSeconds(90));
        _log.Check("readiness is back within 15 seconds of the promotion, without a restart", ready < TimeSpan.FromSeconds(15) && !_one.HasEnded && !_two.HasEnded, FaultLog.Seconds(promoted.Elapsed));
        await crowd.Writers[0].WriteAsync("Round 1 comment after");
        _log.Check("a comment that is sent now is taken within 10 seconds of the promotion", promoted.Elapsed < TimeSpan.FromSeconds(10), FaultLog.Seconds(promoted.Elapsed));
        using var other = new HttpClient { BaseAddress = new Uri(_two.Address), Timeout = TimeSpan.FromSeconds(30) };
        var both = await FaultLog.UntilAsync(async () => await FaultLog.StatusAsync(other, "/health/ready") == HttpStatusCode.OK, TimeSpan.FromSeconds(60));
        _log.Check("the other node is ready too", both is not null && !_two.HasEnded, FaultLog.Seconds(promoted.Elapsed));
        var hears = await FaultLog.UntilAsync(async () => await _standby.AskAsync("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'") is 2L, TimeSpan.FromSeconds(90));
        _log.Check("both nodes listen for signals on the new primary within 90 seconds", hears is not null, FaultLog.Seconds(promoted.Elapsed));
        var stay = await Task.WhenAll(crowd.Writers.Select(w => w.OpenElsewhereAsync(_two.Address, "/account/sessions")));
        _log.Check("everybody is still signed in, on the other node too", stay.All(s => s == HttpStatusCode.OK), $"{stay.Count(s => s == HttpStatusCode.OK)} of {stay.Length}");
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    // Who pressed the button before the server fell silent, and each writer's first comment that the new one took.
    private void TellWaits(Crowd crowd, long silent, long promoted)
    {
        List<TimeSpan> caught = [.. crowd.Tries.Where(t => t.Began < silent && t.Ended > silent).Select(t => Stopwatch.GetElapsedTime(silent, t.Ended)).Order()];
        List<TimeSpan> taken = [.. crowd.Writers.Select(w => w.Tries.Where(t => t.Wrong is null && t.Ended > promoted).Min(t => Stopwatch.GetElapsedTime(promoted, t.Ended))).Order()];
        _log.Check("who was sending when it fell silent is answered within 10 seconds", caught.TrueForAll(wait => wait < TimeSpan.FromSeconds(10)), $"{caught.Count} waited {string.Join(", ", caught.Select(w => $"{w.TotalSeconds:F1}"))} seconds");
        _log.Check("each writer's next comment is taken within 10 seconds of the promotion", taken.TrueForAll(wait => wait < TimeSpan.FromSeconds(10)), $"{string.Join(", ", taken.Select(w => $"{w.TotalSeconds:F1}"))} seconds");
    }

    private async Task CompareAsync(Crowd crowd, IReadOnlyList<string> known, IReadOnlyList<string> acknowledged)
    {
        var rows = new CommentRows(_standby.Connection, isPostgres: true);
        var kept = rows.Texts(1);
        var lost = crowd.Acknowledged.Except(kept).ToList();
        if (_isSynchronous)
        {
            _log.Check("nothing acknowledged is lost", lost.Count == 0, $"{lost.Count} of {crowd.Acknowledged.Count}");
        }
        else
        {
            _log.Check("what an asynchronous standby had not been sent is lost, though it was acknowledged, and nothing else", lost.Count >= Behind && !lost.Except(acknowledged).Union(lost.Intersect(known)).Any(), $"{lost.Count} of {crowd.Acknowledged.Count}");
        }

        _log.Check("nothing is there twice", kept.Count == kept.Distinct().Count());
        foreach (var node in (PublishedHost[])[_one, _two])
        {
            using var http = new HttpClient { BaseAddress = new Uri(node.Address) };
            var page = await http.GetStringAsync(new Uri("/blogs/bench/2007/04/18/how-we-work", UriKind.Relative));
            var shown = lost.Count(text => page.Contains($"{text}<", StringComparison.Ordinal));
            _log.Check("no page shows what the new primary does not have", shown == 0, $"{shown} of {lost.Count}");
        }
    }
}
