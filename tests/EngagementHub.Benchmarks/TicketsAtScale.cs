using System.Diagnostics;
using System.Globalization;

namespace EngagementHub.Benchmarks;

/// <summary>
/// A service with a million tickets: how fast their events come in from a file, how fast its page is from kept sums, and how fast everything is counted anew.
/// Goals: 50,000 events a second on SQLite, 10 ms a page, 2 seconds. A folder named by HUB_KEPT keeps the database: once it is there it is not filled again, and only the page is measured.
/// </summary>
internal static class TicketsAtScale
{
    public const string Recipe = """
        { "name": "scale", "steps": [
          { "name": "Staff", "Staff": [{ "UserName": "reader", "Name": "A reader", "Title": "Somebody", "Roles": [], "Persona": true }, { "UserName": "admin", "Name": "An administrator", "Title": "Somebody", "Roles": ["Administrator"], "Persona": true }] },
          { "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Office hours", "Default": true, "Zone": "Europe/London", "Division": "england-and-wales",
            "Hours": [{ "From": "2005-01-01", "Monday": "09:00-17:00", "Tuesday": "09:00-17:00", "Wednesday": "09:00-17:00", "Thursday": "09:00-17:00", "Friday": "09:00-17:00" }] }] },
          { "name": "Services", "Services": [{ "Slug": "desk", "Name": "Service desk", "Levels": [
            { "Slug": "days", "Name": "Done in time", "Measure": "within working days", "Calendar": "department", "Steps": [{ "From": "2024-01-01", "Target": 90, "Within": 5 }] }] }] },
          { "name": "TicketMappings", "Mappings": [{ "Name": "log", "Title": "Log", "Source": "log", "Live": false, "Zone": "Etc/UTC", "Ticket": "ticket", "EventTime": "at", "State": "state", "Service": "desk",
            "States": [{ "State": "New", "Means": "open" }, { "State": "Waiting", "Means": "paused" }, { "State": "Back", "Means": "open" }, { "State": "Done", "Means": "resolved" }] }] }] }
        """;

    public static async Task MeasureAsync(int tickets, string? postgres)
    {
        var kept = Environment.GetEnvironmentVariable("HUB_KEPT") ?? "";
        using var host = new PublishedHost(postgres) { Data = kept };
        host.Publish();
        if (kept.Length == 0 || !File.Exists(Path.Combine(kept, "hub.db")))
        {
            await FillAsync(host, tickets);
        }

        host.Start("--Hub:Recipe=");
        await PageAsync(host);
    }

    private static async Task FillAsync(PublishedHost host, int tickets)
    {
        host.Migrate();
        var (recipe, log) = (Path.Combine(host.Folder, "scale.recipe.json"), Path.Combine(host.Folder, "log.csv"));
        await File.WriteAllTextAsync(recipe, Recipe);
        host.ApplyRecipe(recipe);
        var events = await WriteAsync(log, tickets);

        var clock = Stopwatch.StartNew();
        var most = host.Command("import-tickets", log, "--mapping", "log");
        Console.WriteLine($"{events:N0} events of {tickets:N0} tickets taken in {clock.Elapsed.TotalSeconds:F1} s, start of the program included: {events / clock.Elapsed.TotalSeconds:N0} a second; most memory {most:N0} MiB");
        host.Command("recount-tickets");
        host.Command("recount-tickets");
        File.Delete(log);
    }

    private static async Task PageAsync(PublishedHost host)
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Address) };
        using var persona = new FormUrlEncodedContent([KeyValuePair.Create("persona", "reader")]);
        using var signedIn = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), persona);
        signedIn.EnsureSuccessStatusCode();
        for (var round = 0; round < 3; round++)
        {
            List<double> times = [];
            var busy = host.ProcessorTime();
            for (var i = 0; i < 200; i++)
            {
                var clock = Stopwatch.StartNew();
                using var answer = await http.GetAsync(new Uri("/service-levels/desk", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"/service-levels/desk: p50 {times[100]:F1} ms, p95 {times[190]:F1} ms, fastest {times[0]:F1} ms; processor time of the host {(host.ProcessorTime() - busy).TotalMilliseconds / 200:F1} ms");
        }
    }

    // In the order of time, as a log is written: two years of tickets, nine in ten done within some days, one in ten waiting once.
    public static async Task<int> WriteAsync(string path, int tickets)
    {
        var (random, rows, start) = (new Random(6), new List<(int Minute, int Ticket, string State)>(tickets * 3), new DateTime(2024, 1, 1));
        for (var ticket = 0; ticket < tickets; ticket++)
        {
            var at = (int)(720L * 24 * 60 * ticket / tickets);
            rows.Add((at, ticket, "New"));
            if (random.Next(10) == 0)
            {
                rows.Add((at + random.Next(10, 500), ticket, "Waiting"));
                rows.Add((at + random.Next(510, 3000), ticket, "Back"));
            }

            if (at < 715 * 24 * 60 || random.Next(2) == 0)
            {
                rows.Add((at + 3000 + random.Next(0, random.Next(10) == 0 ? 30000 : 7000), ticket, "Done"));
            }
        }

        rows.Sort();
        await using var file = new StreamWriter(path);
        await file.WriteLineAsync("ticket,at,state");
        foreach (var (minute, ticket, state) in rows)
        {
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"T{ticket:0000000},{start.AddMinutes(minute):yyyy-MM-dd HH:mm},{state}"));
        }

        return rows.Count;
    }
}
