using System.Diagnostics;
using System.Globalization;
using EngagementHub.Core;
using EngagementHub.Core.Data;
using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Benchmarks;

/// <summary>The search page over 10,000 posts and 200,000 comments. Goal: 95 of 100 answers within 50 ms, on both databases.</summary>
internal static class SearchPage
{
    private const int Posts = 10_000;
    private const int CommentsEach = 20;
    private static readonly Random Dice = new(1);
    private static readonly string[] Vocabulary = [.. Known, .. Enumerable.Range(0, 20_000).Select(Invented)];

    private static string[] Known =>
        "the and to of pay policy people manager review bonus office leave training system account promise service colleague improve organise recruit estate travel meeting flexible"
            .Split(' ');

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        host.Migrate();
        var clock = Stopwatch.StartNew();
        if (!await IsFilledAsync(host.Database))
        {
            await FillAsync(host.Database);
        }

        Console.WriteLine($"{host.Database.Provider}: {Posts:N0} posts and {Posts * CommentsEach:N0} comments written in {clock.Elapsed.TotalSeconds:F0} s");
        host.Start("--Hub:Recipe=", "--Hub:Reading=Anyone");
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        foreach (var query in Questions().Take(40))
        {
            await AskAsync(http, query.Url);
        }

        var busy = host.ProcessorTime();
        var times = await AskAllAsync(http);
        Report(times);
        Console.WriteLine($"processor time of the host: {(host.ProcessorTime() - busy).TotalMilliseconds / times.Count:F1} ms a question");
        Console.WriteLine($"memory after: {host.MemoryInMiB()} MiB");
    }

    private static async Task<List<(string Kind, double Milliseconds)>> AskAllAsync(HttpClient http)
    {
        List<(string, double)> times = [];
        foreach (var (kind, url) in Questions())
        {
            times.Add((kind, await AskAsync(http, url)));
        }

        return times;
    }

    private static async Task<double> AskAsync(HttpClient http, string url)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri(url, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static void Report(List<(string Kind, double Milliseconds)> all)
    {
        foreach (var (kind, times) in all.GroupBy(t => t.Kind).Select(g => (g.Key, g)).Append(("all", all.GroupBy(_ => "all").Single())))
        {
            double[] sorted = [.. times.Select(t => t.Milliseconds).Order()];
            Console.WriteLine($"{kind,-22} {sorted.Length,4} questions: p50 {sorted[sorted.Length / 2],6:F1} ms, p95 {sorted[(int)(sorted.Length * 0.95)],6:F1} ms, slowest {sorted[^1],6:F1} ms");
        }
    }

    private static IEnumerable<(string Kind, string Url)> Questions()
    {
        for (var i = 0; i < 40; i++)
        {
            yield return ("rare", $"/search?q={Invented(5_000 + (i * 300))}");
            yield return ("common", $"/search?q={Known[4 + (i % 20)]}");
            yield return ("two common", $"/search?q={Known[4 + (i % 20)]}+{Known[4 + ((i + 7) % 20)]}");
            yield return ("common and rare", $"/search?q={Known[4 + (i % 20)]}+{Invented(400 + (i * 7))}");
            yield return ("phrase", $"/search?q=%22{Known[4 + (i % 20)]}+{Known[4 + ((i + 3) % 20)]}%22");
            yield return ("either, not", $"/search?q={Known[4 + (i % 20)]}+OR+{Invented(i)}+-{Known[5 + (i % 19)]}");
            yield return ("beginning", $"/search?q={Invented(i * 11)[..(3 + (i % 3))]}*");
            yield return ("common, year", $"/search?q={Known[4 + (i % 20)]}&year={2005 + (i % 6)}");
            yield return ("common, posts, blog", $"/search?q={Known[4 + (i % 20)]}&kind=post&blog=blog-{i % 3}");
            yield return ("common, newest", $"/search?q={Known[4 + (i % 20)]}&sort=newest&p={1 + (i % 5)}");
            yield return ("nothing", $"/search?q={Known[4 + (i % 20)]}+unheardof{i}");
        }
    }

    private static HubDb Open(HubDatabase database)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        database.Configure(options);
        return new HubDb(options.Options, [], new ServiceCollection().BuildServiceProvider());
    }

    // A PostgreSQL that was filled before is measured as it is.
    private static async Task<bool> IsFilledAsync(HubDatabase database)
    {
        await using var db = Open(database);
        return await db.Set<SearchEntry>().CountAsync() >= Posts * (CommentsEach + 1);
    }

    private static async Task FillAsync(HubDatabase database)
    {
        for (var from = 0; from < Posts; from += 100)
        {
            await using var db = Open(database);
            for (var post = from; post < from + 100; post++)
            {
                Write(db, post);
            }

            await db.SaveChangesAsync();
        }
    }

    private static void Write(HubDb db, int number)
    {
        var day = new DateOnly(2005, 1, 1).AddDays(number / 5);
        var post = Entry(new("blogging.post", Guid.NewGuid()), new(SearchKinds.Post, Text(6), Text(600), $"/posts/{number}", day)
        {
            By = "Somebody",
            Blog = $"blog-{number % 3}",
            Host = new StaffId(StableId.From($"host-{number / 100}")),
        }, null);
        db.Add(post);
        for (var i = 1; i <= CommentsEach; i++)
        {
            db.Add(Entry(new("conversation.comment", Guid.NewGuid()), new(SearchKinds.Comment, "", Text(20 + Dice.Next(80)), $"/comments/{number}-{i}", day.AddDays(i / 4))
            {
                Label = $"Comment #{i}",
                By = "Anonymous",
                Parent = post.Subject,
            }, post));
        }
    }

    private static SearchEntry Entry(SubjectRef subject, SearchText text, SearchEntry? parent)
    {
        var entry = SearchEntry.Of(SearchEntry.KeyOf(subject, text.Day), subject);
        entry.Say(text, parent);
        entry.Sort([]);
        return entry;
    }

    private static string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[Zipf()]));

    // The n-th word comes about 1/n as often as the first.
    private static int Zipf() => (int)Math.Min(Vocabulary.Length - 1, Math.Exp(Dice.NextDouble() * Math.Log(Vocabulary.Length)) - 1);

    private static string Invented(int number)
    {
        string[] parts = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo", "ka", "le"];
        return string.Concat(number.ToString("x", CultureInfo.InvariantCulture).PadLeft(4, '0').Select(c => parts[Convert.ToInt32($"{c}", 16)])) + "m";
    }
}
