using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using EngagementHub.Core.Time;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.Data.Sqlite;

namespace EngagementHub.Tests.ServiceLevels.Sources.RequestTracker;

/// <summary>The hub as an operator runs it, against a real Request Tracker with 300 tickets. tests/run.sh starts the latter.</summary>
[Trait("Needs", "RequestTracker")]
public sealed class RequestTrackerTests
{
    private const string Hours = """{ "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Office hours", "Default": true, "Zone": "Europe/London", "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-17:00", "Wednesday": "09:00-17:00", "Thursday": "09:00-17:00", "Friday": "09:00-17:00" }] }] }""";
    private const string Level = """{ "Slug": "done", "Name": "Done", "Measure": "within working days", "Calendar": "department", "Steps": [{ "From": "2020-01-01", "Target": 90, "Within": 5 }] }""";

    // Only what never happens waits so long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-rt").FullName;
    private readonly Dictionary<string, string> _names = new() { ["desktop"] = "Standard desktop", ["account"] = "New account", ["folder"] = "Shared folder access", ["pay"] = "Pay query" };

    [Fact]
    public async Task Every_clock_equals_the_truth_through_changes_and_a_kill()
    {
        Assert.SkipWhen(Lives.Address is null, "Request Tracker is not there: tests/run.sh installs and starts it");
        using var lives = new Lives();
        var today = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        lives.Lead(300, today.AddDays(-200), TimeSpan.FromDays(120));
        await CatalogueAsync();

        var hub = await ConnectAsync();
        await UntilAsync(() => Count() > 0);
        hub.Process.Kill(entireProcessTree: true);
        await hub.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Change(lives, today.AddDays(-20));
        hub = await ServeAsync();
        await UntilAsync(() => Differences(lives) is []);

        Assert.Empty(Differences(lives));
        await ResolvedNowIsSeenWithinAMinute(lives, hub.Client);
        hub.Process.Kill(entireProcessTree: true);
        await hub.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Change(Lives lives, DateTimeOffset at)
    {
        var (reopened, stalled, merged, deleted, moved, queued) = (lives.Plain(), lives.Open(0), lives.Open(1), lives.Open(2), lives.Open(3), lives.Open(4));
        lives.Do(reopened.Number, at, "reply");
        lives.Do(stalled.Number, at.AddMinutes(1), "status", "stalled");
        lives.Do(merged.Number, at.AddMinutes(2), "merge", $"{reopened.Number}");
        lives.Do(deleted.Number, at.AddMinutes(3), "status", "deleted");
        lives.Do(moved.Number, at.AddMinutes(4), "service", moved.Service == "New account" ? "Standard desktop" : "New account");
        lives.Do(queued.Number, at.AddMinutes(5), "queue", queued.Service == "Pay query" ? "IT Requests" : "HR Pay");
    }

    // From the moment when Request Tracker has it to a browser in which the service's page is open, and to the page itself.
    private async Task ResolvedNowIsSeenWithinAMinute(Lives lives, HubClient reader)
    {
        var open = lives.Open(4);
        var page = $"/service-levels/{_names.Single(name => name.Value == open.Service).Key}";
        var shown = (await reader.Open(page)).Document.QuerySelector("[data-hub-figures]")!;
        using var answer = await reader.Http.GetAsync(shown.GetAttribute("data-hub-figures"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var told = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        lives.Now(open.Number, "status", "resolved");
        var since = Stopwatch.StartNew();

        var now = await OtherThanAsync(told, shown.GetAttribute("data-hub-figures-now")!);
        var heard = since.Elapsed;
        Assert.Equal(now, (await reader.Open(page)).Document.QuerySelector("[data-hub-figures]")!.GetAttribute("data-hub-figures-now"));
        var seen = since.Elapsed;

        Assert.Contains("then done", Clocks()[open.Number], StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine($"From the change in Request Tracker to an open browser: {heard.TotalSeconds:0.0} seconds; to the service's page, asked then: {seen.TotalSeconds:0.0} seconds");
        Assert.True(seen < TimeSpan.FromMinutes(1), $"It took {seen.TotalSeconds:0} seconds");
    }

    private static async Task<string> OtherThanAsync(IAsyncEnumerator<SseItem<string>> told, string before)
    {
        while (await told.MoveNextAsync())
        {
            if (JsonDocument.Parse(told.Current.Data).RootElement.GetProperty("version").GetString() is { } now && now != before)
            {
                return now;
            }
        }

        throw new EndOfStreamException("The stream of figures ended");
    }

    private async Task CatalogueAsync()
    {
        var path = Path.Combine(_folder, "catalogue.recipe.json");
        await File.WriteAllTextAsync(path, $$"""{ "name": "catalogue", "steps": [{{Hours}}, { "name": "Services", "Services": [{{string.Join(", ", _names.Select(name => $$"""{ "Slug": "{{name.Key}}", "Name": "{{name.Value}}", "Levels": [{{Level}}] }"""))}}] }] }""", TestContext.Current.CancellationToken);
        foreach (var recipe in (string[])[Path.Combine(AppContext.BaseDirectory, "Support", "people.recipe.json"), path])
        {
            var (exitCode, _, errors) = await HostProcess.Run(_folder, "apply-recipe", recipe);
            Assert.True(exitCode == 0, errors);
        }
    }

    private async Task<(Process Process, HubClient Client)> ConnectAsync()
    {
        var hub = await ServeAsync();
        await hub.Client.SignIn("admin");
        var page = await (await hub.Client.Open("/service-levels/sources/add?kind=request-tracker")).Submit(("Title", "Service desk"), ("Address", Lives.Address!), ("Secret", Lives.Token));
        page = await page.Submit("main form", ("!button", "Test the connection"));
        Assert.Contains("The hub sees 2 queues", page.Document.Body!.TextContent, StringComparison.Ordinal);
        await (await hub.Client.Open("/service-levels/sources/service-desk/mapping")).Submit(("Services", string.Join('\n', _names.Select(name => $"Service: {name.Value} = {name.Key}"))), ("!button", "Save the mapping"));
        await (await hub.Client.Open("/service-levels/sources/service-desk")).Submit("main form", ("!button", "Resume"));
        return hub;
    }

    private async Task<(Process Process, HubClient Client)> ServeAsync()
    {
        var port = HostProcess.FreePort();
        var process = await HostProcess.Serve(_folder, "--urls", $"http://127.0.0.1:{port}", "--Hub:Recipe=", "--Sources:Allowed:0=127.0.0.1");
        return (process, new HubClient(new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") }));
    }

    // What is waited for happens in other processes; the test goes on as soon as it has.
    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var since = Stopwatch.StartNew(); !isSo() && since.Elapsed < Patience;)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private int Count() => Clocks().Count;

    private List<string> Differences(Lives lives)
    {
        var clocks = Clocks();
        return [.. lives.Tickets.Select(ticket => (ticket.Number, Truth: ticket.Clock, Found: clocks.GetValueOrDefault(ticket.Number, "is not there"))).Where(ticket => ticket.Truth != ticket.Found).Select(ticket => $"{ticket.Number}: {ticket.Truth} | {ticket.Found}"),
            .. clocks.Keys.Except(lives.Tickets.Select(ticket => ticket.Number)).Select(number => $"{number} is one too many")];
    }

    private Dictionary<int, string> Clocks()
    {
        using var connection = new SqliteConnection($"Data Source={_folder}/hub.db");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t."Number", t."OpenedAt", s."Name", e."At", e."Order", e."Meaning" FROM servicelevels_tickets t JOIN servicelevels_services s ON s."Id" = t."ServiceId"
            JOIN servicelevels_ticket_events e ON e."TicketId" = t."Id" WHERE e."SupersededAt" IS NULL
            """;
        using var row = command.ExecuteReader();
        List<(int Number, long Opened, string Service, Happening Told)> rows = [];
        while (row.Read())
        {
            rows.Add((int.Parse(row.GetString(0), Say.English), row.GetInt64(1), row.GetString(2), new Happening(row.GetInt64(3), row.GetInt64(4), (Meaning)row.GetInt16(5), false)));
        }

        return rows.GroupBy(told => (told.Number, told.Opened, told.Service)).ToDictionary(ticket => ticket.Key.Number, ticket => Words(ticket.Key.Opened, ticket.Key.Service, [.. ticket.Select(told => told.Told).Order()]));
    }

    private static string Words(long opened, string service, Happening[] events)
    {
        var ledger = Ledger.Of(opened, events);
        var last = ledger.IsVoid ? $"void since {At(ledger.EndedAt!.Value)}" : ledger.CompletedAt is { } done ? $"done since {At(done)}" : ledger.WaitingSince is { } since ? $"waits since {At(since)}" : "runs";
        var ended = ledger.Waits.Select(wait => (wait.From, Word: $"waits {wait.From:u} to {wait.To:u}")).Concat(ledger.Rests.Select(rest => (rest.From, Word: $"done {rest.From:u} to {rest.To:u}"))).OrderBy(stretch => stretch.From).Select(stretch => stretch.Word);
        return string.Join("; ", [$"opened {At(opened)}", .. ended, $"then {last}", service]);
    }

    private static string At(long ticks) => new DateTimeOffset(ticks, TimeSpan.Zero).ToString("u", Say.English);
}
