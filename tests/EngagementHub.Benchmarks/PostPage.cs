using System.Diagnostics;
using System.Text.Json;

namespace EngagementHub.Benchmarks;

/// <summary>A post with 300 comments, rendered for each request. Goal: at least 300 a second on two cores, the load's own work included.</summary>
internal static class PostPage
{
    private const string Url = "/blogs/bench/2007/04/18/how-we-work";

    public static async Task MeasureAsync()
    {
        using var host = new PublishedHost();
        host.Publish();
        var recipe = Path.Combine(host.Folder, "bench.recipe.json");
        await File.WriteAllTextAsync(recipe, Recipe(comments: 300));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=");
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(host.Address) };
        var page = await http.GetStringAsync(new Uri(Url, UriKind.Relative));
        Console.WriteLine($"page: {page.Length / 1024} KiB, {page.Split("id=\"comment-").Length - 1} comments");
        await LoadAsync(http, connections: 16, seconds: 5);
        foreach (var connections in (int[])[1, 16, 64, 16, 64])
        {
            var busy = host.ProcessorTime();
            var (words, pages) = await LoadAsync(http, connections, seconds: 10);
            Console.WriteLine($"{words}; processor time of the host {(host.ProcessorTime() - busy).TotalMilliseconds / pages:F2} ms a page");
        }

        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB");
    }

    private static async Task<(string Words, int Pages)> LoadAsync(HttpClient http, int connections, int seconds)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            List<double> own = [];
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var start = clock.Elapsed;
                using var answer = await http.GetAsync(new Uri(Url, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                own.Add((clock.Elapsed - start).TotalMilliseconds);
            }

            return own;
        }));
        double[] all = [.. times.SelectMany(t => t).Order()];
        return ($"{connections,3} connections: {all.Length / clock.Elapsed.TotalSeconds:F0} pages a second, p50 {all[all.Length / 2]:F1} ms, p99 {all[(int)(all.Length * 0.99)]:F1} ms", all.Length);
    }

    public static string Recipe(int comments, string decision = "published") => JsonSerializer.Serialize(new
    {
        name = "bench",
        steps = new object[]
        {
            new { name = "Staff", Staff = new[] { Person("office", "Blog owner"), Person("moderator", "Moderator"), Person("reader", null) } },
            new { name = "CodeOfConduct", Versions = new[] { new { Version = "1.0", InForceFrom = "2007-01-01", Clauses = new[] { new { Number = 1, Title = "Be civil", Text = "Criticise the idea, not the person." } } } } },
            new { name = "content", data = new object[] { Blog(), Post() } },
            new { name = "Comments", DecidedBy = "moderator", Discussions = new[] { new { On = "bench-post", Comments = Enumerable.Range(1, comments).Select(i => Comment(i, decision)) } } },
        },
    });

    private static object Person(string name, string? role) => new { UserName = name, Name = $"The {name}", Title = "Somebody", Roles = role is null ? Array.Empty<string>() : [role], Persona = true };

    private static object Blog() => new
    {
        ContentType = "Blog",
        ContentItemId = "bench",
        ContentItemVersionId = "bench-v1",
        DisplayText = "Bench",
        Owner = "office",
        TitlePart = new { Title = "Bench" },
        AutoroutePart = new { Path = "bench" },
    };

    private static object Post() => new
    {
        ContentType = "BlogPost",
        ContentItemId = "bench-post",
        ContentItemVersionId = "bench-post-v1",
        DisplayText = "How we work",
        Owner = "office",
        Author = "office",
        Published = true,
        PublishedUtc = "2007-04-18T08:00:00Z",
        TitlePart = new { Title = "How we work" },
        AutoroutePart = new { Path = "bench/2007/04/18/how-we-work" },
        MarkdownBodyPart = new { Markdown = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"Paragraph {i}. " + string.Concat(Enumerable.Repeat("Words that somebody wrote about how the work is done. ", 8)))) },
        ContainedPart = new { ListContentItemId = "bench" },
    };

    private static object Comment(int i, string decision) => new
    {
        Id = $"bench-{i}",
        Author = "reader",
        Text = $"Comment {i}. I have **waited** four weeks for an account. " + string.Concat(Enumerable.Repeat("It would help to know why. ", 1 + (i % 9))),
        Written = "2007-04-19T09:00:00Z",
        Decision = decision,
        DecidedAt = "2007-04-19T12:00:00Z",
    };
}
