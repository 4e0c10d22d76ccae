using System.Diagnostics;
using Npgsql;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>Two nodes behind a proxy on one PostgreSQL, one of them killed while people write and while it holds a job (trust.md R6), and both replaced one after the other (R7).</summary>
internal sealed class TwoNodes : IDisposable
{
    private const int People = 16;
    private const string Job = "core.seal-audit";
    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(60);

    private readonly string _postgres;
    private readonly FaultLog _log = new();
    private readonly PublishedHost _one;
    private readonly PublishedHost _two;
    private readonly CommentRows _rows;
    private readonly Certificates _certificates;

    private TwoNodes(string postgres)
    {
        _postgres = postgres;
        // What waits for the held row must not give up by itself.
        _one = new PublishedHost($"{postgres};Command Timeout=300;Application Name=one");
        _two = new PublishedHost($"{postgres};Command Timeout=300;Application Name=two", _one);
        _rows = new CommentRows(postgres, isPostgres: true);
        _certificates = new Certificates(_one.Folder);
    }

    public static async Task<int> RunAsync(string postgres, string proxySettings)
    {
        using var test = new TwoNodes(postgres);
        test._one.Publish();
        await test.MigrateTwiceAsync();
        var recipe = Path.Combine(test._one.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        test._one.ApplyRecipe(recipe);
        await using var held = await test.HoldAuditAsync();
        test.Start(test._one);
        test.Start(test._two);
        using var proxy = Proxy.Start(test._one.Folder, proxySettings, test._one, test._two);
        await proxy.SeesAsync(2);
        using var crowd = await Crowd.SignInAsync(proxy.Address, People);
        await test.KillTheHolderAsync(crowd, held);
        for (var round = 2; round <= 5; round++)
        {
            await proxy.SeesAsync(2);
            await test.KillAsync(round % 2 == 0 ? test._one : test._two, crowd, round);
        }

        await test.ReplaceBothAsync(proxy, crowd, 6);
        return test._log.Finish();
    }

    public void Dispose()
    {
        _two.Dispose();
        _one.Dispose();
    }

    private void Start(PublishedHost node) => node.Start(["--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0", "--Shutdown:DrainSeconds=3", .. _certificates.Settings]);

    // An empty database, and two who bring it to this version at the same moment.
    private async Task MigrateTwiceAsync()
    {
        try
        {
            await Task.WhenAll(Task.Run(_one.Migrate), Task.Run(_two.Migrate));
            _log.Check("two that migrate an empty database at once both end well", true);
        }
        catch (InvalidOperationException e)
        {
            _log.Check("two that migrate an empty database at once both end well", false, e.Message);
            _one.Migrate();
        }
    }

    // Whoever takes the job that seals the audit trail now waits for this row, for as long as the transaction is open.
    private async Task<NpgsqlConnection> HoldAuditAsync()
    {
        var open = new NpgsqlConnection(_postgres);
        await open.OpenAsync();
        await using var hold = new NpgsqlCommand("BEGIN; SELECT * FROM core_audit WHERE \"Place\" IS NULL ORDER BY \"Id\" FOR UPDATE", open);
        await hold.ExecuteNonQueryAsync();
        return open;
    }

    private async Task KillTheHolderAsync(Crowd crowd, NpgsqlConnection held)
    {
        crowd.Begin(round: 1);
        var found = await FaultLog.UntilAsync(async () => (await WaitingAsync()).Count > 0, TimeSpan.FromSeconds(90));
        _log.Check("one node takes the job", found is not null);
        HashSet<string> holders = [];
        // Longer than the lease: the node that holds it lives and renews it, so the other must not take it.
        await FaultLog.UntilAsync(
            async () =>
            {
                holders.UnionWith(await WaitingAsync());
                return false;
            },
            TimeSpan.FromSeconds(55));
        _log.Check("while its holder lives the job is held by one node only, longer than a lease", holders.Count == 1, string.Join(", ", holders));
        var dead = holders.Contains("one") ? _one : _two;
        var mark = DateTime.UtcNow;
        await KillNowAsync(dead, crowd, round: 1, async () =>
        {
            await using var release = new NpgsqlCommand("ROLLBACK", held);
            await release.ExecuteNonQueryAsync();
        });
        var taken = await FaultLog.UntilAsync(() => RanSinceAsync(mark), LongestTakeOver + TimeSpan.FromSeconds(30));
        _log.Check("what the dead node held goes on elsewhere within 60 seconds", taken < LongestTakeOver, taken is { } time ? $"{time.TotalSeconds:F1} seconds" : "never");
        Start(dead);
        var verified = true;
        try
        {
            _one.Command("verify-audit");
        }
        catch (InvalidOperationException)
        {
            verified = false;
        }

        _log.Check("the audit trail is sealed without a break", verified);
    }

    private async Task KillAsync(PublishedHost node, Crowd crowd, int round)
    {
        crowd.Begin(round);
        await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(2000, 4000)));
        await KillNowAsync(node, crowd, round, () => Task.CompletedTask);
        Start(node);
    }

    private async Task KillNowAsync(PublishedHost node, Crowd crowd, int round, Func<Task> afterwards)
    {
        var name = node == _one ? "one" : "two";
        var blow = Stopwatch.GetTimestamp();
        node.Stop();
        var dead = Stopwatch.GetTimestamp();
        await afterwards();
        await Task.Delay(TimeSpan.FromSeconds(5));
        await crowd.EndAsync();
        var underWay = crowd.Tries.Count(t => t.Node == name && t.Began <= dead && t.Ended >= blow);
        var failures = crowd.Tries.Where(t => t.Wrong is not null && t.Ended >= blow).ToList();
        _log.Check($"round {round}: node {name} is killed; no more requests fail than were under way on it", failures.Count <= underWay, $"{failures.Count} failed, {underWay} were under way on it{Why(failures)}");
        _log.Check($"round {round}: none fails that began after it was dead, and none on the other node", failures.TrueForAll(t => t.Began <= dead && t.Node == name));
        var problems = crowd.Problems(_rows, round);
        _log.Check($"round {round}: nothing lost, nothing twice", problems.Count == 0, problems.Count == 0 ? $"{crowd.Acknowledged.Count(t => t.StartsWith($"Round {round} ", StringComparison.Ordinal))} comments" : string.Join("; ", problems));
        var stay = await Task.WhenAll(crowd.Writers.Select(w => w.OpenAsync("/account/sessions")));
        _log.Check($"round {round}: everybody is still signed in", stay.All(s => s.Status == System.Net.HttpStatusCode.OK), $"{stay.Count(s => s.Status == System.Net.HttpStatusCode.OK)} of {stay.Length}");
    }

    private async Task ReplaceBothAsync(Proxy proxy, Crowd crowd, int round)
    {
        await proxy.SeesAsync(2);
        var began = Stopwatch.GetTimestamp();
        crowd.Begin(round);
        var clock = Stopwatch.StartNew();
        for (var time = 1; time <= 2; time++)
        {
            // The first node has the new one while the other still runs with the old one.
            _certificates.Renew();
            foreach (var node in (PublishedHost[])[_one, _two])
            {
                var took = node.Terminate();
                Console.WriteLine($"     asked to end, a node took {took.TotalSeconds:F1} seconds");
                Start(node);
                await proxy.SeesAsync(2);
            }
        }

        await crowd.EndAsync();
        var failures = crowd.Tries.Where(t => t.Wrong is not null && t.Ended >= began).ToList();
        var written = crowd.Acknowledged.Count(t => t.StartsWith($"Round {round} ", StringComparison.Ordinal));
        _log.Check("both nodes are replaced twice while people write, each time with another certificate for the keys, and no request fails", failures.Count == 0, $"{failures.Count} of {written} in {clock.Elapsed.TotalSeconds:F0} seconds{Why(failures)}");
        var stay = await Task.WhenAll(crowd.Writers.Select(w => w.OpenAsync("/account/sessions")));
        var elsewhere = await Task.WhenAll(crowd.Writers.SelectMany(w => (Task<System.Net.HttpStatusCode>[])[w.OpenElsewhereAsync(_one.Address, "/account/sessions"), w.OpenElsewhereAsync(_two.Address, "/account/sessions")]));
        _log.Check("everybody is still signed in, on either node", stay.All(s => s.Status == System.Net.HttpStatusCode.OK) && elsewhere.All(s => s == System.Net.HttpStatusCode.OK), $"{elsewhere.Count(s => s == System.Net.HttpStatusCode.OK)} of {elsewhere.Length}");
        _log.Check("nothing lost, nothing twice by it", crowd.Problems(_rows, round).Count == 0, string.Join("; ", crowd.Problems(_rows, round)));
    }

    private static string Why(List<Try> failures) => failures.Count == 0 ? "" : $" ({string.Join("; ", failures.GroupBy(f => f.Wrong).Select(g => $"{g.Count()} × {g.Key}"))})";

    private async Task<List<string>> WaitingAsync() => await ReadAsync(
        "SELECT DISTINCT application_name FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%core_audit%' AND application_name IN ('one', 'two')", row => row.GetString(0));

    private async Task<bool> RanSinceAsync(DateTime mark) => await ReadAsync($"SELECT 1 FROM core_jobs WHERE \"Name\" = '{Job}' AND \"EndedAt\" > '{mark:O}' AND \"BegunAt\" > '{mark:O}'", _ => true) is { Count: > 0 };

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> row)
    {
        await using var open = new NpgsqlConnection(_postgres);
        await open.OpenAsync();
#pragma warning disable CA2100 // Made of constants and an instant.
        await using var command = new NpgsqlCommand(sql, open);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
