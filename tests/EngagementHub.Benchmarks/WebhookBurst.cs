using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EngagementHub.Benchmarks;

/// <summary>Signed events sent at an even pace. Goal: 10,000 in 60 seconds, acknowledged within a second in 99 of 100 cases, and in the figures five seconds after the last.</summary>
internal static partial class WebhookBurst
{
    private const int Events = 10_000;
    private const int Senders = 32;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(55);

    internal const string Recipe = """
        { "name": "bench", "steps": [
          { "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Office hours", "Default": true, "Zone": "Europe/London", "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-17:00", "Wednesday": "09:00-17:00", "Thursday": "09:00-17:00", "Friday": "09:00-17:00" }] }] },
          { "name": "Services", "Services": [{ "Slug": "desk", "Name": "Desk", "Levels": [{ "Slug": "done", "Name": "Done", "Measure": "within working days", "Calendar": "department", "Steps": [{ "From": "2020-01-01", "Target": 90, "Within": 5 }] }] }] }] }
        """;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        host.Start("--Limits:SignIn:Permits=0");
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe);
        host.ApplyRecipe(recipe);
        using var admin = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Address) };
        var secret = await OpenAsync(admin);
        using var sender = new HttpClient { BaseAddress = new Uri(host.Address) };
        for (var warm = 0; warm < 200; warm++)
        {
            await SendAsync(sender, secret, -1 - warm);
        }

        var (clock, next) = (Stopwatch.StartNew(), -1);
        var times = (await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            List<double> own = [];
            while (Interlocked.Increment(ref next) is var number && number < Events)
            {
                var due = Within * ((double)number / Events) - clock.Elapsed;
                await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero);
                var start = clock.Elapsed;
                await SendAsync(sender, secret, number);
                own.Add((clock.Elapsed - start).TotalMilliseconds);
            }

            return own;
        })))).SelectMany(own => own).Order().ToList();
        var sent = clock.Elapsed;
        while (await TakenAsync(admin) < Events + 200)
        {
            await Task.Delay(100);
        }

        Console.WriteLine($"{times.Count} events in {sent.TotalSeconds:F1} s on {(postgres is null ? "SQLite" : "PostgreSQL")}: acknowledged p50 {times[times.Count / 2]:F1} ms, p99 {times[(int)(times.Count * 0.99)]:F1} ms, longest {times[^1]:F1} ms; all taken in {(clock.Elapsed - sent).TotalSeconds:F1} s after the last; memory {host.MemoryInMiB()} MiB");
    }

    internal static async Task<string> OpenAsync(HttpClient admin)
    {
        await PostAsync(admin, "/account/sign-in", ("persona", "administrator"));
        await PostAsync(admin, "/service-levels/webhooks/add", ("Title", "Bench"), ("Signing", "Standard"), ("Shape.Records", "data"), ("Shape.Fields", "ticket = ticket\nevent = event\nat = at\nstate = state\nservice = service"), ("Shape.States", "open = open\nresolved = resolved"), ("Shape.TimeFormat", "year first"), ("Shape.Zone", "UTC"));
        return Secret().Match(await PostAsync(admin, "/service-levels/webhooks/bench?handler=secret")).Groups[1].Value;
    }

    private static async Task<string> PostAsync(HttpClient admin, string url, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await admin.PostAsync(new Uri(url, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    internal static async Task SendAsync(HttpClient sender, string secret, int number)
    {
        var (id, timestamp) = ($"bench-{number}", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var at = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var state = number % 2 == 0 ? "open" : "resolved";
        var body = $$"""{"type":"ticket.event","data":{"ticket":"B{{number / 2}}","event":"{{number}}","at":"{{at}}","state":"{{state}}","service":"desk"} }""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/bench") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[6..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}");
        using var answer = await sender.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException($"An event was answered with {(int)answer.StatusCode}");
        }
    }

    private static async Task<int> TakenAsync(HttpClient admin) =>
        int.Parse(Taken().Match(WebUtility.HtmlDecode(await admin.GetStringAsync(new Uri("/service-levels/webhooks/bench", UriKind.Relative)))).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("<code>(whsec_[^<]+)</code>")]
    private static partial Regex Secret();

    [GeneratedRegex("received = ([0-9,]+) taken in")]
    private static partial Regex Taken();
}
