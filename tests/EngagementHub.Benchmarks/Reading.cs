using System.Diagnostics;
using System.Text.Json;

namespace EngagementHub.Benchmarks;

/// <summary>The feed of 20 full posts, goal 5 ms; and the preview of 10,000 characters, goal 100 ms. Each asked for one after the other, the way over loopback included.</summary>
internal static class Reading
{
    private const string Paragraph = "Words that **somebody** wrote about how the [work](/code-of-conduct) is done, and what it takes.\n\n";

    public static async Task MeasureAsync()
    {
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe());
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=");
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        using (var signIn = Form(("persona", "office")))
        {
            await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), signIn);
        }

        await SayAsync(host, "feed of 20 posts", () => http.GetAsync(new Uri("/blogs/bench/feed", UriKind.Relative)));
        foreach (var (name, text) in Texts())
        {
            await SayAsync(host, $"preview of 10,000 characters, {name}", async () =>
            {
                using var typed = Form(("Sections[0].Text", text));
                return await http.PostAsync(new Uri("/blogs/bench/write?handler=Show", UriKind.Relative), typed);
            });
        }
    }

    private static (string Name, string Text)[] Texts() =>
    [
        ("prose", Repeated(Paragraph)),
        ("a table", "| a | b | c |\n|---|---|---|\n" + Repeated("| one | two | three |\n")),
        ("links", Repeated("[a](b) ")),
    ];

    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1))[..9_900];

    private static async Task SayAsync(PublishedHost host, string what, Func<Task<HttpResponseMessage>> ask)
    {
        List<double> times = [];
        var (bytes, busy) = (0, TimeSpan.Zero);
        for (var i = 0; i < 420; i++)
        {
            busy = i == 220 ? host.ProcessorTime() : busy;
            var start = Stopwatch.GetTimestamp();
            using var answer = await ask();
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            answer.EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first ones are the compiler's.
        double[] warm = [.. times.Skip(220).Order()];
        Console.WriteLine($"{what}: first {times[0]:F1} ms, p50 {warm[100]:F1} ms, p95 {warm[190]:F1} ms, processor time of the host {(host.ProcessorTime() - busy).TotalMilliseconds / warm.Length:F1} ms, {bytes / 1024} KiB");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static string Recipe() => JsonSerializer.Serialize(new
    {
        name = "bench",
        steps = new object[]
        {
            new { name = "Staff", Staff = new[] { new { UserName = "office", Name = "The office", Title = "Office", Roles = new[] { "Blog owner" }, Persona = true } } },
            new { name = "content", data = Enumerable.Range(1, 20).Select(Post).Prepend(new { ContentType = "Blog", ContentItemId = "bench", DisplayText = "Bench", Owner = "office", AutoroutePart = new { Path = "bench" } }) },
        },
    });

    private static object Post(int i) => new
    {
        ContentType = "BlogPost",
        ContentItemId = $"bench-{i}",
        ContentItemVersionId = $"bench-{i}-v1",
        DisplayText = $"How we work, part {i}",
        Owner = "office",
        Published = true,
        PublishedUtc = $"2007-04-{i:00}T08:00:00Z",
        MarkdownBodyPart = new { Markdown = $"## Part {i}\n\n" + string.Concat(Enumerable.Repeat(Paragraph, 50)) },
        ContainedPart = new { ListContentItemId = "bench" },
    };
}
