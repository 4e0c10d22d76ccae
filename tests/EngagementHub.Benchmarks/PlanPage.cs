using System.Diagnostics;
using System.Text.Json;

namespace EngagementHub.Benchmarks;

/// <summary>A plan of 500 actions, each with readings, a moved day, a cause and a measure: its page, its report and its files. Goal: at most 30 ms for the page, on both databases.</summary>
internal static class PlanPage
{
    private const int Actions = 500;
    private const int Areas = 20;
    private const int Measures = 50;
    private const int Alone = 15;

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe());
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=");
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        foreach (var path in (string[])["/plans/bench", "/plans/bench/report", "/plans.csv?plan=bench", $"/plans/actions/{Core.StableId.From("plans.action/bench-1")}"])
        {
            var url = new Uri(path, UriKind.Relative);
            await TimesAsync(http, url);
            var busy = host.ProcessorTime();
            var times = await TimesAsync(http, url);
            Report($"{path}, read again and again", times, host.ProcessorTime() - busy);

            // Nobody has looked for longer than anything is kept.
            busy = host.ProcessorTime();
            times = await TimesAsync(http, url, Alone, TimeSpan.FromSeconds(1.1));
            Report($"{path}, read by one alone", times, host.ProcessorTime() - busy);
        }
    }

    private static async Task<double[]> TimesAsync(HttpClient http, Uri url, int often = 50, TimeSpan pause = default)
    {
        List<double> times = [];
        for (var i = 0; i < often; i++)
        {
            await Task.Delay(pause);
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(url);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return [.. times.Order()];
    }

    private static void Report(string what, double[] times, TimeSpan busy) =>
        Console.WriteLine($"{what}: p50 {times[times.Length / 2]:F1} ms, p95 {times[(int)(times.Length * 0.95)]:F1} ms, fastest {times[0]:F1} ms; {busy.TotalMilliseconds / times.Length:F1} ms of processor time");

    private static string Recipe() => JsonSerializer.Serialize(new
    {
        name = "bench",
        steps = new object[]
        {
            new { name = "Staff", Staff = Enumerable.Range(1, 50).Select(p => new { UserName = $"person-{p}", Name = $"Person {p}", Title = "Somewhere", Mail = $"person-{p}@department.example", Roles = Array.Empty<string>(), Persona = p == 1 }) },
            new
            {
                name = "Plans",
                Plans = new[]
                {
                    new
                    {
                        Slug = "bench", Kind = "ImprovementPlan", Title = "Five hundred actions", Purpose = "To be measured", Owner = "person-1", FirstDay = "2007-04-02", RhythmDays = 366, By = "person-1", At = "2007-03-26T09:00:00Z",
                        Areas = Enumerable.Range(1, Areas).Select(a => $"Area {a}: {100 / Areas}"),
                        Expected = new Dictionary<string, string> { ["6"] = "Less", ["12"] = "Little", ["24"] = "Nothing" },
                        Measures = Enumerable.Range(1, Measures).Select(OfMeasure),
                        Actions = Enumerable.Range(1, Actions).Select(OfAction),
                        Adopted = new { By = "person-1", At = "2007-04-02T09:00:00Z" },
                    },
                },
            },
        },
    });

    private static object OfMeasure(int number) => new
    {
        Key = $"bench-{number}",
        Name = $"Measure {number}",
        Unit = "%",
        Owner = "person-2",
        Target = 90,
        TargetDay = "2009-03-31",
        Failure = "Below 50",
        Baseline = new { Value = 50, Day = "2007-03-20", Method = "Counted", Source = "A list" },
        Readings = Enumerable.Range(1, 12).Select(m => new { Value = 50 + m, Day = new DateOnly(2007, 4, 15).AddMonths(m), Evidence = $"List {m}", By = "person-2", At = $"{new DateOnly(2007, 4, 16).AddMonths(m):yyyy-MM-dd}T09:00:00Z" }),
    };

    private static object OfAction(int number) => new
    {
        Key = $"bench-{number}",
        Area = $"Area {((number - 1) % Areas) + 1}",
        Title = $"Action {number} of many",
        Success = "Anybody can see it",
        Owner = $"person-{(number % 50) + 1}",
        Due = "2007-06-29",
        Measure = $"bench-{((number - 1) % Measures) + 1}",
        Causes = new[] { new { Theme = $"theme-{number % 40}", Words = "It was asked" } },
        Moved = new[] { new { Due = "2007-07-31", Because = "More time", By = "person-1", At = "2007-06-20T09:00:00Z" } },
        Said = Enumerable.Range(1, 6).Select(m => new { Side = "owner", Rag = m % 2 == 0 ? "Green" : "Amber/Green", Because = $"Month {m} went as it went", By = $"person-{(number % 50) + 1}", At = $"{new DateOnly(2007, 5, 1).AddMonths(m):yyyy-MM-dd}T09:00:00Z" })
            .Append(new { Side = "reviewer", Rag = "Amber/Red", Because = "Seen, and doubted", By = $"person-{(number % 50 == 25 ? 3 : ((number + 25) % 50) + 1)}", At = "2007-08-01T09:00:00Z" }),
    };
}
