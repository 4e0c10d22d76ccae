using System.Diagnostics;
using System.Net;

namespace EngagementHub.Benchmarks.Faults;

/// <summary>A disk that answers writes with errors, and a process that may open no more files (trust.md R15).</summary>
internal static class BadDisk
{
    public static async Task<int> RunAsync()
    {
        var log = new FaultLog();
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(comments: 5));
        host.ApplyRecipe(recipe);
        Start(host);
        using var crowd = await Crowd.SignInAsync(host.Address, 4);
        await FailAsync(log, host, crowd, 1, "fsync and fdatasync fail", "inject=fsync,fdatasync:error=EIO");
        await FailAsync(log, host, crowd, 2, "writes find no room", "inject=pwrite64:error=ENOSPC");
        await FailAsync(log, host, crowd, 3, "writes fail", "inject=pwrite64:error=EIO");
        await OutOfHandlesAsync(log, host, crowd, 4);
        return log.Finish();
    }

    private static void Start(PublishedHost host) => host.Start("--Hub:Recipe=", "--Limits:Write:Permits=0", "--Limits:SignIn:Permits=0");

    private static async Task FailAsync(FaultLog log, PublishedHost host, Crowd crowd, int round, string how, string inject)
    {
        crowd.Begin(round);
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "-p", $"{host.ProcessId}", "-e", inject["inject=".Length..].Split(':')[0] is var calls ? $"trace={calls}" : "", "-e", inject]) { RedirectStandardError = true })!;
        var writer = crowd.Writers[0];
        HttpStatusCode? refused = null;
        await FaultLog.UntilAsync(async () => (refused = await TryAsync(writer)) is not HttpStatusCode.Redirect, TimeSpan.FromSeconds(20));
        log.Check($"{how}: a comment is refused, or the process ends", refused is null or >= HttpStatusCode.InternalServerError, refused is { } status ? (int)status : "no answer");
        await Task.Delay(TimeSpan.FromSeconds(2));
        using (var interrupt = Process.Start("kill", ["-INT", $"{strace.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }

        await strace.WaitForExitAsync();
        // What was acknowledged while the disk failed has to be there after a power cut at this very moment.
        host.Stop();
        var known = crowd.Acknowledged.Where(t => t.StartsWith($"Round {round} ", StringComparison.Ordinal)).ToList();
        var rows = new CommentRows(host.Connection, isPostgres: false);
        Start(host);
        var lost = known.Except(rows.Texts(round)).Count();
        log.Check($"{how}: nothing that was acknowledged is lost", lost == 0, $"{lost} of {known.Count}");
        await crowd.EndAsync();
        var problems = crowd.Problems(rows, round);
        log.Check($"{how}: when the disk is well again everything is written, once", problems.Count == 0, string.Join("; ", problems));
    }

    private static async Task OutOfHandlesAsync(FaultLog log, PublishedHost host, Crowd crowd, int round)
    {
        crowd.Begin(round);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await LimitAsync(host, $"{Directory.GetFiles($"/proc/{host.ProcessId}/fd").Length + 4}");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 100 }) { BaseAddress = new Uri(host.Address), Timeout = TimeSpan.FromSeconds(5) };
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => StatusAsync(http)));
        await Task.Delay(TimeSpan.FromSeconds(2));
        if (host.HasEnded)
        {
            // The runtime may give up. Whoever runs it starts it again, as after a kill.
            Console.WriteLine("     the process ended by itself and is started again");
            host.Stop();
            Start(host);
        }
        else
        {
            await LimitAsync(host, "4096");
        }

        var back = await FaultLog.UntilAsync(async () => await StatusAsync(http) == HttpStatusCode.OK, TimeSpan.FromSeconds(30));
        log.Check("out of handles: with handles again it answers", back is not null, back?.TotalSeconds.ToString("F1", null));
        await crowd.EndAsync();
        var problems = crowd.Problems(new CommentRows(host.Connection, isPostgres: false), round);
        log.Check("out of handles: nothing lost, nothing twice", problems.Count == 0, string.Join("; ", problems));
    }

    private static async Task LimitAsync(PublishedHost host, string handles)
    {
        using var limit = Process.Start("prlimit", ["--pid", $"{host.ProcessId}", $"--nofile={handles}:"]);
        await limit.WaitForExitAsync();
    }

    private static async Task<HttpStatusCode?> TryAsync(Writer writer)
    {
        try
        {
            return (await writer.TryAsync($"Round 9 comment {Guid.NewGuid():N}", Guid.NewGuid().ToString("N"))).Status;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    private static async Task<HttpStatusCode?> StatusAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
