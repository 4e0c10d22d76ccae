using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using EngagementHub.Core;
using EngagementHub.Core.Data;
using EngagementHub.Core.Web;
using EngagementHub.Surveys;
using EngagementHub.Surveys.Answers;
using EngagementHub.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EngagementHub.Benchmarks;

/// <summary>A pulse check of 30,000 people in 200 units. Goals: at least 2,000 answers a second accepted durably on two cores, the load's own work included; results of 30,000 answers with all that is held back in two seconds.</summary>
internal static class PulseCheck
{
    private const int People = 30_000;
    private const int Units = 200;

    // So many come by themselves and over HTTP; those of the rest are put in beside, as a session for each of 30,000 people takes longer than anything that is measured. Only they are personas: each sign-in reads all of those.
    private const int ByHttp = 4_000;
    private const int Connections = 64;
    private static readonly (string Key, string How)[] Later = [("second", "compared with the one before it"), ("the third", "compared with the two before it")];
    private static readonly string[] Grades = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS"];

    public static async Task MeasureAsync(string? postgres)
    {
        using var host = new PublishedHost(postgres);
        host.Publish();
        var (today, recipe) = (DateOnly.FromDateTime(DateTime.UtcNow), Path.Combine(host.Folder, "bench.recipe.json"));
        await File.WriteAllTextAsync(recipe, Recipe(today));
        host.ApplyRecipe(recipe);
        host.Start("--Hub:Recipe=", "--Limits:Pulse:Permits=0", "--Limits:SignIn:Permits=0");
        var address = new Uri(host.Address);
        var cookies = await SignInAsync(address, ByHttp);
        // A hub that has just started is slower than one that has answered some thousand times: each round is said for itself.
        foreach (var round in cookies.Chunk(ByHttp / 4))
        {
            await AnswerAsync(host, address, new(round));
        }

        host.Stop();

        // In this process, as the job does it.
        await AnswerLaterAsync(host.Database, "first");
        await CloseAsync(host.Database, "first", today.AddDays(3), "with no pulse check before it");
        foreach (var (key, how) in Later)
        {
            await AnswerLaterAsync(host.Database, key);
            await CloseAsync(host.Database, key, today.AddDays(3), how);
        }

        await OpenResultsAsync(host);
    }

    private static async Task<ConcurrentQueue<string>> SignInAsync(Uri address, int people)
    {
        var (next, cookies) = (-1, new ConcurrentQueue<string>());
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 16 }) { BaseAddress = address };
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < people)
            {
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("persona", $"p{number}")]);
                using var answer = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
                cookies.Enqueue(string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
            }
        })));
        return cookies;
    }

    private static async Task AnswerAsync(PublishedHost host, Uri address, ConcurrentQueue<string> cookies)
    {
        var url = $"/surveys/{IdOf("first")}/answer";
        var (busy, own, clock) = (host.ProcessorTime(), Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var times = (await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(address, url, cookies))))).SelectMany(t => t).Order().ToList();
        var seconds = clock.Elapsed.TotalSeconds;
        var (each, load) = ((host.ProcessorTime() - busy).TotalMilliseconds / times.Count, (Process.GetCurrentProcess().TotalProcessorTime - own).TotalMilliseconds / times.Count);
        await using var db = Database(host.Database);
        var id = IdOf("first");
        var kept = (await db.Tallies.Where(t => t.SurveyId == id && t.Cut == Cut.Unit).ToListAsync()).Sum(t => t.Answered);
        Console.WriteLine($"{host.Database.Provider}, {Connections} connections: {times.Count / seconds:F0} answers a second acknowledged, p50 {times[times.Count / 2]:F1} ms, p99 {times[(int)(times.Count * 0.99)]:F1} ms; {times.Count} acknowledged, {kept} in the sums, {await db.Places.CountAsync(p => p.SurveyId == id && p.HasAnswered)} people have answered; processor time an answer: host {each:F2} ms, load {load:F2} ms");
    }

    private static async Task<List<double>> SendAsync(Uri address, string url, ConcurrentQueue<string> cookies)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        List<double> own = [];
        var (answer, random, clock) = (new byte[32 * 1024], new Random(own.GetHashCode()), Stopwatch.StartNew());
        while (cookies.TryDequeue(out var cookie))
        {
            var body = string.Join('&', Enumerable.Range(1, 5).Select(i => $"Marks%5B{i}%5D={random.Next(1, 6)}"));
            var start = clock.Elapsed;
            await socket.SendAsync(Encoding.ASCII.GetBytes($"POST {url} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            var got = 0;
            while (answer.AsSpan(0, got).IndexOf("\r\n\r\n"u8) < 0)
            {
                var read = await socket.ReceiveAsync(answer.AsMemory(got));
                got += read > 0 ? read : throw new IOException("The connection was closed before the answer was complete");
            }

            if (Encoding.ASCII.GetString(answer, 9, 3) is not "302" and var status)
            {
                throw new InvalidOperationException($"An answer was answered with {status}: {Encoding.UTF8.GetString(answer, 0, got)}");
            }

            own.Add((clock.Elapsed - start).TotalMilliseconds);
        }

        return own;
    }

    // The same people, of whom others have answered.
    private static async Task AnswerLaterAsync(HubDatabase database, string key)
    {
        await using var db = Database(database);
        var (id, random) = (IdOf(key), new Random(key.Length));
        var places = await db.Places.AsNoTracking().Where(p => p.SurveyId == id && !p.HasAnswered).ToListAsync();
        foreach (var some in places.Where(_ => random.Next(100) < 85).Chunk(2_000))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            List<(StaffId, Ballot)> sent = [.. some.Select(p => (p.Who, new Ballot(id, [.. Enumerable.Range(0, 5).Select(_ => random.Next(1, 6))], [])))];
            var delivery = await Delivery.PrepareAsync(db, sent, DateOnly.FromDateTime(DateTime.UtcNow));
            sent.ForEach(s => delivery.Take(s.Item1, s.Item2)());
            await delivery.SaveAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static async Task CloseAsync(HubDatabase database, string key, DateOnly day, string how)
    {
        await using var db = Database(database);
        var (id, at) = (IdOf(key), new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero));
        var clock = Stopwatch.StartNew();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await new Closing(db, Desk()).CloseAsync(id, at, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var took = clock.Elapsed;
        var survey = await db.Surveys.FirstAsync(s => s.Id == id);
        survey.Respond("We will.", new StaffId(Guid.NewGuid()), at);
        await db.SaveChangesAsync();
        var shown = await db.Tallies.CountAsync(t => t.SurveyId == id && t.Cut == Cut.Unit && t.Group != Tally.Rest);
        Console.WriteLine($"closing {survey.Answered} answers of {Units} units and {Grades.Length} grades, {how}: {took.TotalSeconds:F2} s; {shown} units are shown");
    }

    private static async Task OpenResultsAsync(PublishedHost host)
    {
        host.Start("--Hub:Recipe=");
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        List<double> times = [];
        for (var i = 0; i < 30; i++)
        {
            var clock = Stopwatch.StartNew();
            await http.GetStringAsync(new Uri($"/surveys/{IdOf("second")}/results", UriKind.Relative));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"the page of results: first {times[0]:F0} ms, then p50 {times.Skip(1).Order().ElementAt(14):F1} ms");
    }

    private static SurveyDesk Desk() => new(null!, TimeProvider.System, Options.Create(new HubOptions()));

    private static HubDb Database(HubDatabase database)
    {
        var options = new DbContextOptionsBuilder<HubDb>();
        database.Configure(options);
        return new HubDb(options.Options, [new SurveysModule()], new ServiceCollection().BuildServiceProvider());
    }

    private static Guid IdOf(string key) => StableId.From($"surveys.survey/{key}");

    private static string Recipe(DateOnly today)
    {
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] keys = ["pride", "recommend", "attached", "inspired", "motivated"];
        string[] people = [.. Enumerable.Range(0, People).Select(i => $"p{i},Unit {i % Units:000},{Grades[i / Units % Grades.Length]}")];
        object Survey(string key) => new
        {
            Key = key,
            Title = key,
            Purpose = "To measure",
            Use = "To measure",
            FirstDay = Day(-1),
            LastDay = Day(2),
            Questions = keys,
            OpenedBy = "p0",
            OpenedAt = $"{Day(-2)}T09:00:00Z",
            People = people,
        };
        return JsonSerializer.Serialize(new
        {
            name = "bench",
            steps = new object[]
            {
                new { name = "Staff", Staff = Enumerable.Range(0, People).Select(i => new { UserName = $"p{i}", Name = $"Person {i}", Title = "Officer", Roles = Array.Empty<string>(), Persona = i < ByHttp }) },
                new { name = "SurveyQuestions", Questions = keys.Select((k, i) => new { Key = k, Kind = "agreement", Theme = "Engagement", IndexItem = i + 1, Wordings = new[] { new { Text = $"Item {i + 1}", By = "p0", At = $"{Day(-9)}T09:00:00Z" } } }) },
                new { name = "Surveys", Surveys = (object[])[Survey("first"), .. Later.Select(l => Survey(l.Key))] },
            },
        });
    }
}
