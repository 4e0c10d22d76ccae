using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace EngagementHub.Benchmarks;

/// <summary>Twenty times: 500 comments in a burst, the host killed at a random moment of it and started again, writers trying again with the key of their form. What was acknowledged is there, and nothing twice.</summary>
internal static class KilledInABurst
{
    private const int Rounds = 20;
    private const int Comments = 500;
    private const int Writers = 16;

    public static async Task<int> RunAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 0));
        host.ApplyRecipe(recipe);
        Start(host);
        var (form, rows, failed) = (await SentForm.SignInAsync(host.Address, "reader"), new CommentRows(host.Connection, postgres is not null), 0);
        List<(TimeSpan Took, TimeSpan Used)> starts = [];
        for (var round = 1; round <= Rounds; round++)
        {
            var problems = await RoundOrProblemAsync(host, form, rows, (round, starts));
            failed += problems.Count == 0 ? 0 : 1;
            Console.WriteLine($"round {round}: {(problems.Count == 0 ? "nothing lost, nothing twice" : string.Join("; ", problems))}");
        }

        // Told, not judged: how fast a start is depends on what else the machine does, what it uses of the processors hardly. One that takes a minute fails its round.
        Console.WriteLine($"ready again after {Say(starts.ConvertAll(s => s.Took))}; used until then {Say(starts.ConvertAll(s => s.Used))} of processor time; load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}");
        Console.WriteLine($"{Rounds - failed} passed, {failed} failed");
        return failed == 0 ? 0 : 1;
    }

    private static string Say(List<TimeSpan> times) => $"{times.Order().ElementAt(times.Count / 2).TotalSeconds:F1} s (the middle of {times.Count}), {times.Max().TotalSeconds:F1} s at most";

    private static TimeSpan Start(PublishedHost host) => host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");

    // A round that breaks off is one that failed; the others still tell something.
    private static async Task<List<string>> RoundOrProblemAsync(PublishedHost host, SentForm form, CommentRows rows, (int Round, List<(TimeSpan Took, TimeSpan Used)> Starts) told)
    {
        try
        {
            return await RoundAsync(host, form, rows, told);
        }
        catch (TimeoutException e)
        {
            host.Stop();
            Start(host);
            return [e.Message];
        }
    }

    private static async Task<List<string>> RoundAsync(PublishedHost host, SentForm form, CommentRows rows, (int Round, List<(TimeSpan Took, TimeSpan Used)> Starts) told)
    {
        var (round, starts) = told;
        var acknowledged = new ConcurrentQueue<string>();
        var (next, killAt) = (0, Random.Shared.Next(Comments / 20, Comments * 19 / 20));
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync())).ToList();
        while (acknowledged.Count < killAt && !writers.Exists(w => w.IsFaulted))
        {
            await Task.Delay(1);
        }

        var known = acknowledged.ToArray();
        host.Stop();
        List<string> problems = [];
        var lost = known.Except(rows.Texts(round)).Count();
        var (started, used) = (Start(host), host.ProcessorTime());
        await Task.WhenAll(writers);
        var (kept, gaps) = (rows.Texts(round), rows.Gaps());
        Say(lost > 0, $"{lost} acknowledged comments were lost by the kill");
        Say(kept.Distinct().Count() != Comments, $"{kept.Distinct().Count()} of {Comments} are there in the end");
        Say(kept.Count != kept.Distinct().Count(), $"{kept.Count - kept.Distinct().Count()} are there twice");
        Say(gaps != 0, $"{gaps} numbers are missing");
        Say(!rows.IsWhole(), "the database is not whole");
        starts.Add((started, used));
        return problems;

        void Say(bool isWrong, string problem)
        {
            if (isWrong)
            {
                problems.Add(problem);
            }
        }

        async Task WriteAsync()
        {
            for (var i = Interlocked.Increment(ref next); i <= Comments; i = Interlocked.Increment(ref next))
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Round {round} comment {i}");
                await SendUntilAcknowledgedAsync(form, text);
                acknowledged.Enqueue(text);
            }
        }
    }

    private static async Task SendUntilAcknowledgedAsync(SentForm form, string text)
    {
        var (key, clock) = (Guid.NewGuid().ToString("N"), Stopwatch.StartNew());
        while (clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var connection = await form.ConnectAsync();
                if (await connection.PostAsync(text, key) == 302)
                {
                    return;
                }
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // The host is away: the writer presses the button again.
                await Task.Delay(50);
            }
        }

        throw new TimeoutException($"'{text}' was never acknowledged");
    }
}
