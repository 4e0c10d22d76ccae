using System.Diagnostics;

namespace EngagementHub.Benchmarks;

/// <summary>The moderators' queue with 5,000 comments that wait, one request after another and 16 at a time. Goals: at most 20 ms on both databases, 780 pages a second.</summary>
internal static class QueuePage
{
    private const int Waiting = 5000;
    private const int Connections = 16;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, PostPage.Recipe(Waiting, "waiting"));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=");
        var moderator = await SentForm.SignInAsync(host.Address, "moderator");
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Add("Cookie", moderator.Cookie);
        foreach (var url in (string[])["/moderation", "/moderation?p=100", "/moderation?show=late"])
        {
            // The first requests are the compiler's.
            await TimesAsync(http, url);
            var busy = host.ProcessorTime();
            var times = await TimesAsync(http, url);
            var each = (host.ProcessorTime() - busy).TotalMilliseconds / times.Length;
            Console.WriteLine($"{url}: p50 {times[times.Length / 2]:F1} ms, p95 {times[(int)(times.Length * 0.95)]:F1} ms, fastest {times[0]:F1} ms; processor time of the host {each:F1} ms");
        }

        await LoadAsync(host, http, seconds: 10);
        for (var round = 0; round < 3; round++)
        {
            Console.WriteLine(await LoadAsync(host, http, seconds: 10));
        }
    }

    private static async Task<string> LoadAsync(PublishedHost host, HttpClient http, int seconds)
    {
        var (clock, busy, own) = (Stopwatch.StartNew(), host.ProcessorTime(), Process.GetCurrentProcess().TotalProcessorTime);
        var times = (await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            List<double> mine = [];
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var start = clock.Elapsed;
                using var answer = await http.GetAsync(new Uri("/moderation", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.CopyToAsync(Stream.Null);
                mine.Add((clock.Elapsed - start).TotalMilliseconds);
            }

            return mine;
        })))).SelectMany(t => t).Order().ToList();
        var (each, load) = ((host.ProcessorTime() - busy).TotalMilliseconds / times.Count, (Process.GetCurrentProcess().TotalProcessorTime - own).TotalMilliseconds / times.Count);
        return $"{Connections} connections: {times.Count / clock.Elapsed.TotalSeconds:F0} pages a second, p50 {times[times.Count / 2]:F1} ms, p99 {times[(int)(times.Count * 0.99)]:F1} ms; processor time a page: host {each:F2} ms, load {load:F2} ms";
    }

    private static async Task<double[]> TimesAsync(HttpClient http, string url)
    {
        List<double> times = [];
        for (var i = 0; i < 200; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return [.. times.Order()];
    }
}
