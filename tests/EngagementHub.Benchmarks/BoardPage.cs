using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EngagementHub.Benchmarks;

/// <summary>The theme board with 2,000 comments and 40 themes, then one comment after another put in a theme, then the digest. Goal: at most 50 ms for the board, 30 ms for putting one in its place and a second for a digest of 500 comments, on both databases.</summary>
internal static class BoardPage
{
    private const int Comments = 2000;
    private const int Themes = 40;

    // The first requests are the compiler's.
    private const int WarmUp = 200;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe());
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=");
        var owner = await SentForm.SignInAsync(host.Address, "office");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Address) };
        http.DefaultRequestHeaders.Add("Cookie", owner.Cookie);
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var board = new Uri($"/responses/blogging.post/{Core.StableId.From("bench-post")}", UriKind.Relative);
        foreach (var show in (string[])["", "?show=all", "?show=all&p=20"])
        {
            var url = new Uri(board + show, UriKind.Relative);
            await TimesAsync(http, url, WarmUp);
            await ReportAsync(host, $"board{show}", () => TimesAsync(http, url, 100));
        }

        await AssignAsync(http, board, 1, 100);
        await ReportAsync(host, "putting one comment in a theme", () => AssignAsync(http, board, 101, 100));
        var digest = new Uri($"{board}/digest", UriKind.Relative);
        await TimesAsync(http, digest, 20);
        await ReportAsync(host, $"composing the digest of {Comments} comments", () => TimesAsync(http, digest, 20));
    }

    private static async Task<double[]> AssignAsync(HttpClient http, Uri board, int first, int comments)
    {
        List<double> times = [];
        var theme = Core.StableId.From("responses.theme/theme-1");
        for (var i = first; i < first + comments; i++)
        {
            var fields = new Dictionary<string, string> { ["Comments"] = $"{Core.StableId.From($"comment/bench-{i}")}:-1", ["To"] = theme.ToString() };
            var clock = Stopwatch.StartNew();
            using var answer = await http.PostAsync(board, new FormUrlEncodedContent(fields));
            times.Add(clock.Elapsed.TotalMilliseconds);
            if ((int)answer.StatusCode != 302)
            {
                throw new InvalidOperationException($"The comment was not sorted: {(int)answer.StatusCode}");
            }
        }

        return [.. times.Order()];
    }

    private static async Task<double[]> TimesAsync(HttpClient http, Uri url, int requests)
    {
        List<double> times = [];
        for (var i = 0; i < requests; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(url);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static async Task ReportAsync(PublishedHost host, string what, Func<Task<double[]>> measure)
    {
        var before = host.ProcessorTime();
        var times = await measure();
        var processor = (host.ProcessorTime() - before).TotalMilliseconds / times.Length;
        Console.WriteLine($"{what}: p50 {times[times.Length / 2]:F1} ms, p95 {times[(int)(times.Length * 0.95)]:F1} ms, fastest {times[0]:F1} ms, processor {processor:F1} ms");
    }

    // Half of the comments are sorted, the other half is still to be.
    private static string Recipe()
    {
        var recipe = JsonNode.Parse(PostPage.Recipe(Comments))!;
        var themes = Enumerable.Range(1, Themes).Select(t => new JsonObject
        {
            ["Key"] = $"theme-{t}",
            ["Title"] = $"Theme {t}",
            ["Comments"] = new JsonArray([.. Enumerable.Range(Comments / 2, Comments / 2).Where(c => c % Themes == t - 1).Select(c => (JsonNode)$"bench-{c}")]),
        });
        recipe["steps"]!.AsArray().Add(new JsonObject
        {
            ["name"] = "Themes",
            ["Scopes"] = new JsonArray(new JsonObject { ["Post"] = "bench-post", ["By"] = "office", ["At"] = "2007-04-21T16:00:00Z", ["Themes"] = new JsonArray([.. themes]) }),
        });
        return recipe.ToJsonString();
    }
}
