using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EngagementHub.Benchmarks;

/// <summary>From a signed event's arrival to what people see of it: the message to a browser in which the service's page is open, and the page itself for whoever opens it then. Goal: five seconds.</summary>
internal static partial class FigureLag
{
    private const int Events = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly Uri Page = new("/service-levels/desk", UriKind.Relative);

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        host.Start("--Limits:SignIn:Permits=0");
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, WebhookBurst.Recipe);
        host.ApplyRecipe(recipe);
        using var admin = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address) };
        var secret = await WebhookBurst.OpenAsync(admin);
        using var reader = new HttpClient { BaseAddress = new Uri(host.Address) };
        var shown = Shown().Match(await reader.GetStringAsync(Page));
        await using var stream = await reader.GetStreamAsync(new Uri(WebUtility.HtmlDecode(shown.Groups[1].Value), UriKind.Relative));
        using var told = new StreamReader(stream);
        var before = await NextAsync(told, "");
        List<(double Told, double Seen)> lags = [];
        for (var number = 0; number < Events; number++)
        {
            var clock = Stopwatch.StartNew();
            await WebhookBurst.SendAsync(reader, secret, number);
            before = await NextAsync(told, before);
            var heard = clock.Elapsed.TotalMilliseconds;
            while (Shown().Match(await reader.GetStringAsync(Page)).Groups[2].Value != before)
            {
                before = clock.Elapsed < Longest ? before : throw new TimeoutException("The page never showed what its browsers were told");
            }

            lags.Add((heard, clock.Elapsed.TotalMilliseconds));
        }

        Say(postgres, "told to a browser", lags.ConvertAll(l => l.Told));
        Say(postgres, "on the service's page", lags.ConvertAll(l => l.Seen));
    }

    private static void Say(string? postgres, string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine($"{times.Count} events one by one on {(postgres is null ? "SQLite" : "PostgreSQL")}, from sending to {what}: p50 {times[times.Count / 2]:F0} ms, p95 {times[(int)(times.Count * 0.95)]:F0} ms, longest {times[^1]:F0} ms");
    }

    // A line of another version than the last one.
    private static async Task<string> NextAsync(StreamReader told, string before)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (await told.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal) && JsonDocument.Parse(line[5..]).RootElement.GetProperty("version").GetString() is { } now && now != before)
            {
                return now;
            }
        }

        throw new EndOfStreamException("The stream of figures ended");
    }

    [GeneratedRegex("data-hub-figures=\"([^\"]+)\" data-hub-figures-now=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
