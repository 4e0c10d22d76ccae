namespace EngagementHub.Benchmarks.Readers;

/// <summary>Five times as many requests as the hub can answer, sent at their hour whatever becomes of the others. Goal: those let in within 2 s, the rest told so within 100 ms, in 99 of 100 cases; all as before within 30 s.</summary>
internal static class TooMany
{
    // A page of one's own, made anew for each request.
    private const string Url = "/comments/mine";

    public static async Task MeasureAsync()
    {
        await Nginx.InstallAsync();
        using var host = new PublishedHost();
        await ReadersHub.StartAsync(host);
        var cookie = (await ReadersHub.SignInAsync(host.Address, "writer", 1))[0];
        var script = Wrk.Script(host.Folder, "own", [cookie]);
        await Wrk.RunAsync(host.Address + Url, 16, 8, script);
        var most = await Wrk.RunAsync(host.Address + Url, 16, 5, script);
        Console.WriteLine($"load average {(await File.ReadAllTextAsync("/proc/loadavg"))[..4]}; capacity, 16 connections: {most.Rate:F0} a second, p50 {most.P50:F1} ms, p99 {most.P99:F1} ms, failed {most.Bad}");
        foreach (var (times, seconds) in ((double, int)[])[(0.5, 3), (1, 10), (5, 10), (0.5, 3)])
        {
            Say(host, cookie, most.Rate * times, $"{times} times the capacity", seconds);
        }

        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB");
    }

    private static void Say(PublishedHost host, string cookie, double rate, string what, int seconds)
    {
        var (own, hubs) = (Environment.CpuUsage.TotalTime, host.ProcessorTime());
        var sent = new Flood(new Uri(host.Address), Url, cookie, rate, seconds).Run();
        Console.WriteLine($"{what} ({rate:F0} a second for {seconds} s): let in {Say(sent, 200)}; told to come again {Say(sent, 503)}, without Retry-After {sent.Count(s => s is { Status: 503, SaysWhen: false })}; anything else {sent.Count(s => s.Status is not (200 or 503))}; never sent for want of a connection {(int)(rate * seconds) - sent.Count}; processor time of the hub {(host.ProcessorTime() - hubs).TotalSeconds:F1} s, of the load {(Environment.CpuUsage.TotalTime - own).TotalSeconds:F1} s");
    }

    private static string Say(IReadOnlyList<Sent> sent, int status)
    {
        double[] times = [.. sent.Where(s => s.Status == status).Select(s => s.Milliseconds).Order()];
        return times.Length == 0 ? "0" : $"{times.Length}, p50 {times[times.Length / 2]:F1} ms, p99 {times[(int)(times.Length * 0.99)]:F1} ms, longest {times[^1]:F0} ms";
    }
}
