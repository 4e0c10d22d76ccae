using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.Surveys;

/// <summary>An attack on our own work: with every row, every file and every line that was logged, who answered what?</summary>
public sealed class UnlinkableTests(UnlinkableTests.WatchedHub hub) : IClassFixture<UnlinkableTests.WatchedHub>
{
    [Fact]
    public async Task No_row_and_no_line_holds_a_person_together_with_what_they_answered()
    {
        const string Marker = "purple-elephants-in-the-lift";
        var id = await hub.Opened("Marked");
        var worker = await hub.As("w07");
        worker.Http.DefaultRequestHeaders.UserAgent.ParseAdd("WorkersOwnBrowser/7");
        var logged = hub.Logged.Count;
        string[] names = [$"{SurveysFixture.Id(7)}", "Worker Number7", "w07@", "=w07|", "WorkersOwnBrowser"];

        (await (await worker.Open($"/surveys/{id}/answer")).Submit(("Marks[1]", "1"), ("Marks[2]", "5"), ("Words[3]", Marker))).MustBe(HttpStatusCode.OK);

        var rows = await hub.AllRows();
        Assert.Contains(rows, r => Has(r, Marker));
        Assert.DoesNotContain(rows, r => Has(r, Marker) && Has(r, names));
        Assert.DoesNotContain(hub.Logged.Skip(logged), l => Has(l, Marker) || Has(l, names));
        Assert.DoesNotContain(rows, r => r.StartsWith("core_audit", StringComparison.Ordinal) && r.Contains("answered", StringComparison.Ordinal));
        Assert.All(hub.Files(), f => Assert.True(f.Bytes.AsSpan().IndexOf("WorkersOwnBrowser"u8) < 0, f.File));
    }

    [Fact]
    public async Task A_place_says_only_that_somebody_has_answered_and_a_text_only_which_question_it_answers()
    {
        Assert.Equal(["Grade", "HasAnswered", "SurveyId", "Unit", "Who"], await Columns<EngagementHub.Surveys.Audience.Place>());
        Assert.Equal(["HeldFor", "Id", "Item", "Standing", "SurveyId", "Text", "Version"], await Columns<EngagementHub.Surveys.Answers.TextAnswer>());
        Assert.Equal(["Answered", "Asked", "Cut", "Group", "Marks", "SurveyId"], await Columns<EngagementHub.Surveys.Answers.Tally>());
    }

    [Fact]
    public async Task Two_people_of_a_group_who_answer_alike_leave_the_same_but_for_their_place()
    {
        var (first, second) = (await hub.Opened("Alike one"), await hub.Opened("Alike two"));
        foreach (var (id, worker) in ((Guid, string)[])[(first, "w03"), (second, "w05")])
        {
            (await hub.Answer(id, worker, 2, 4, "The very same words")).MustBe(HttpStatusCode.OK);
        }

        var rows = await hub.AllRows();
        Assert.Equal(Left(rows, "surveys_tallies", first), Left(rows, "surveys_tallies", second));
        Assert.Equal(Left(rows, "surveys_texts", first), Left(rows, "surveys_texts", second));
    }

    [Fact]
    public async Task Order_and_row_versions_do_not_match_people_and_texts()
    {
        var id = await hub.Opened("Matched by order");
        var random = new Random(7);
        var order = Enumerable.Range(1, 40).OrderBy(_ => random.Next()).ToList();
        foreach (var worker in order)
        {
            (await hub.Answer(id, SurveysFixture.Worker(worker), words: $"text of {worker}")).MustBe(HttpStatusCode.OK);
        }

        await hub.RunJob("surveys.mixing");

        // The attacker knows in which order people came, and takes texts and people in the order in which the disk has them.
        var texts = (await hub.Rows("surveys_texts")).Where(r => r.Contains("text of ", StringComparison.Ordinal)).Select(r => int.Parse(r.Split("text of ")[1].Split('|')[0], null)).ToList();
        var people = (await hub.Rows("surveys_places")).Where(r => r.Contains($"{id}", StringComparison.OrdinalIgnoreCase)).Select(WorkerOf).ToList();
        Assert.Equal((40, 40), (texts.Count, people.Count));
        Assert.True(Matched(texts, order) <= 4 && Matched(texts, people) <= 4 && Matched(people, order) <= 4, "the order on the disk tells who wrote what");
        if (await hub.In((_, db) => Task.FromResult(db.Database.IsNpgsql())))
        {
            Assert.Single(await hub.Ask($"SELECT DISTINCT xmin::text FROM surveys_places WHERE \"SurveyId\" = '{id}'"));
            Assert.Single(await hub.Ask($"SELECT DISTINCT xmin::text FROM surveys_texts WHERE \"SurveyId\" = '{id}'"));
            Assert.Single(await hub.Ask($"SELECT DISTINCT xmin::text FROM surveys_tallies WHERE \"SurveyId\" = '{id}'"));
        }
        else
        {
            Assert.Equal(3, (await hub.Ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('surveys_places', 'surveys_texts', 'surveys_tallies') AND sql LIKE '%WITHOUT ROWID%'")).Count);
            Assert.All(Directory.GetFiles(hub.Folder, "*-wal"), f => Assert.Equal(0, new FileInfo(f).Length));
        }
    }

    private static int Matched(IReadOnlyList<int> one, IReadOnlyList<int> other) => one.Zip(other, (a, b) => a == b ? 1 : 0).Sum();

    private static int WorkerOf(string row) => Enumerable.Range(1, 40).First(i => row.Contains($"{SurveysFixture.Id(i)}", StringComparison.OrdinalIgnoreCase));

    private static List<string> Left(IEnumerable<string> rows, string table, Guid survey) =>
        [.. rows.Where(r => r.StartsWith(table, StringComparison.Ordinal) && r.Contains($"{survey}", StringComparison.OrdinalIgnoreCase)).Select(r => System.Text.RegularExpressions.Regex.Replace(r, "[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}", "…")).Order(StringComparer.Ordinal)];

    private static bool Has(string row, params string[] any) => any.Any(a => row.Contains(a, StringComparison.OrdinalIgnoreCase));

    private Task<IEnumerable<string>> Columns<T>() => hub.In((_, db) => Task.FromResult(db.Model.FindEntityType(typeof(T))!.GetProperties().Select(p => p.Name).Order().AsEnumerable()));

    /// <summary>A hub that keeps every line it logs.</summary>
    public sealed class WatchedHub : SurveysFixture
    {
        private readonly Lines _lines = new();

        public IReadOnlyList<string> Logged => [.. _lines.All];

        public IEnumerable<(string File, byte[] Bytes)> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f =>
        {
            using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (f, bytes.ToArray());
        });

        public async Task<List<string>> AllRows()
        {
            List<string> rows = [];
            foreach (var table in await In((_, db) => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().ToList())))
            {
                rows.AddRange((await Rows(table)).Select(r => $"{table}: {r}"));
            }

            return rows;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Logging:LogLevel:Default", "Debug");
            builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Debug");
            builder.ConfigureTestServices(services => services.AddLogging(l => l.ClearProviders().AddProvider(_lines).SetMinimumLevel(LogLevel.Debug)));
        }

        private sealed class Lines : ILoggerProvider, ILogger
        {
            private readonly ConcurrentQueue<string> _all = new();

            public IEnumerable<string> All => _all;

            public ILogger CreateLogger(string categoryName) => this;

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _all.Enqueue($"{formatter(state, exception)} {exception}");

            public void Dispose()
            {
            }
        }
    }
}
