namespace EngagementHub.Benchmarks.Readers;

/// <summary>
/// Readers who are signed in, on the published hub and on nginx with the very bytes that the hub answered, round by round in turn on the same two cores. Goal: half of nginx, a tenth for who has a comment waiting.
/// </summary>
internal static class BesideNginx
{
    private const int Rounds = 3;
    private const double Seconds = 2;

    public static async Task MeasureAsync(IReadOnlyList<string> parts)
    {
        await Nginx.InstallAsync();
        using var host = new PublishedHost();
        await ReadersHub.StartAsync(host);
        using var nginx = new Nginx(Path.Combine(host.Folder, "nginx"));
        var all = new (string Name, Func<Task> Run)[]
        {
            ("connections", () => ConnectionsAsync(host, nginx)),
            ("comments", () => CommentsAsync(host, nginx)),
            ("people", () => PeopleAsync(host, nginx)),
            ("fresh", () => FreshPage.MeasureAsync(host)),
        };
        Console.WriteLine($"load average {(await File.ReadAllTextAsync("/proc/loadavg"))[..4]}; wrk with one thread on the same two cores, gzip, rounds of {Seconds} s in turn, median of {Rounds}");
        await WarmAsync(host);
        foreach (var (_, run) in all.Where(part => parts.Count == 0 || parts.Contains(part.Name)))
        {
            await run();
        }

        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB");
    }

    // As a hub that has served for a while: the compiler has done its work.
    private static async Task WarmAsync(PublishedHost host)
    {
        var script = Wrk.Script(host.Folder, "warm", await ReadersHub.SignInAsync(host.Address, "reader", 8));
        await Wrk.RunAsync(host.Address + ReadersHub.Url(300), 16, 6, script);
    }

    private static async Task ConnectionsAsync(PublishedHost host, Nginx nginx)
    {
        foreach (var connections in (int[])[1, 4, 16, 64, 256])
        {
            await CompareAsync($"300 comments, one session, {connections,3} connections", host, nginx, ReadersHub.Url(300), connections, await ReadersHub.SignInAsync(host.Address, "reader", 1));
        }
    }

    private static async Task CommentsAsync(PublishedHost host, Nginx nginx)
    {
        foreach (var comments in (int[])[10, 100, 1000, 10000])
        {
            await CompareAsync($"{comments,6} comments, one session, 64 connections", host, nginx, ReadersHub.Url(comments), 64, await ReadersHub.SignInAsync(host.Address, "reader", 1));
        }
    }

    private static async Task PeopleAsync(PublishedHost host, Nginx nginx)
    {
        var url = ReadersHub.Url(300);
        await CompareAsync("300 comments, 1,000 sessions, 64 connections", host, nginx, url, 64, await ReadersHub.SignInAsync(host.Address, "reader", 1000));
        var writer = await SentForm.SignInAsync(host.Address, "writer", url);
        using (var connection = await writer.ConnectAsync())
        {
            await connection.PostAsync("This one waits for a moderator.");
        }

        await CompareAsync("300 comments, a reader whose comment waits", host, nginx, url, 64, await ReadersHub.SignInAsync(host.Address, "writer", 1));
        await CompareAsync("300 comments, a moderator", host, nginx, url, 64, await ReadersHub.SignInAsync(host.Address, "moderator", 1));
        await CompareAsync("300 comments, nobody signed in", host, nginx, url, 64, [""]);
    }

    private static async Task CompareAsync(string what, PublishedHost host, Nginx nginx, string url, int connections, string[] cookies)
    {
        var (plain, gzip) = await ReadersHub.ReadAsync(host.Address, url, cookies[0]);
        nginx.Put("page.html", plain, gzip);
        var script = Wrk.Script(host.Folder, "readers", cookies);
        List<Round> hubs = [], files = [];
        await Wrk.RunAsync(host.Address + url, connections, 1, script);
        for (var i = 0; i < Rounds; i++)
        {
            hubs.Add(await Wrk.RunAsync(host.Address + url, connections, Seconds, script));
            files.Add(await Wrk.RunAsync($"{nginx.Address}/page.html", connections, Seconds, script));
        }

        var (hub, file) = (Middle(hubs), Middle(files));
        Console.WriteLine($"{what} ({(gzip.Length > 0 ? gzip : plain).Length / 1024.0:F1} KiB): hub {hub.Rate:F0} a second, p50 {hub.P50:F2} ms, p99 {hub.P99:F1} ms, wrk used {hub.Load:F2} of a core; nginx {file.Rate:F0}, p50 {file.P50:F2}, p99 {file.P99:F1}, wrk {file.Load:F2}; ratio {hub.Rate / file.Rate:F2}; failed {hubs.Sum(r => r.Bad)} and {files.Sum(r => r.Bad)}");
    }

    private static Round Middle(List<Round> rounds) => rounds.OrderBy(r => r.Rate).ElementAt(rounds.Count / 2);
}
