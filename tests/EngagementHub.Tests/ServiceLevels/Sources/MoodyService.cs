using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A web service in the shape of ServiceNow and of Jira that tells the log while time goes on in it, and that has its moods: 429, 500, a page for JSON, half an answer, drop by drop, and forgetting where it was to go on from.</summary>
internal sealed partial class MoodyService(ToldLog log, int seed) : IAsyncDisposable
{
    private readonly Random _random = new(seed);
    private readonly Lock _turn = new();
    private WebApplication? _app;

    public string Address { get; private set; } = "";

    public DateTime Now { get; private set; } = log.First.AddDays(3);

    public bool IsCalm { get; set; }

    public int Requests { get; private set; }

    /// <summary>So many questions are answered, and then none.</summary>
    public int FailsAfter { get; set; } = int.MaxValue;

    public Dictionary<string, int> Moods { get; } = [];

    /// <summary>Called before each answer; a test ends the reader in it.</summary>
    public Action? BeforeAnswer { get; set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/token", () => Results.Json(new { access_token = "a-token", expires_in = 3600 }));
        _app.MapGet("/api/now/table/{table}", (HttpContext http, string table) => AnswerAsync(http, forgets => Table(table, http.Request.Query["sysparm_query"]!, int.Parse(http.Request.Query["sysparm_limit"]!, CultureInfo.InvariantCulture), forgets)));
        _app.MapGet("/counted", (HttpContext http) => AnswerAsync(http, forgets => Counted(http.Request.Query["since"]!, forgets ? 0 : int.Parse(http.Request.Query["offset"]!, CultureInfo.InvariantCulture), 10)));
        _app.MapGet("/linked", (HttpContext http) => AnswerAsync(http, _ => Linked(http, http.Request.Query["since"]!, int.Parse(http.Request.Query["page"].ToString() is { Length: > 0 } page ? page : "0", CultureInfo.InvariantCulture))));
        _app.MapGet("/rest/api/2/search", (HttpContext http) => AnswerAsync(http, forgets => Issues(http.Request.Query["jql"]!, int.Parse(http.Request.Query["startAt"].ToString() is { Length: > 0 } at ? at : "0", CultureInfo.InvariantCulture), int.Parse(http.Request.Query["maxResults"]!, CultureInfo.InvariantCulture), forgets)));
        await _app.StartAsync();
        Address = _app.Urls.First();
    }

    public void ComeToTheEnd() => Now = log.Last.AddHours(1);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private async Task AnswerAsync(HttpContext http, Func<bool, object> answer)
    {
        string mood;
        object told;
        lock (_turn)
        {
            Requests++;
            BeforeAnswer?.Invoke();
            Now = IsCalm ? Now : Now.AddMinutes(_random.Next(0, 240));
            mood = Requests > FailsAfter ? "500" : IsCalm ? "" : _random.Next(1000) switch { < 30 => "429", < 60 => "500", < 90 => "html", < 120 => "half", < 123 => "drip", < 170 => "forgets", _ => "" };
            Moods[mood] = Moods.GetValueOrDefault(mood) + 1;
            told = answer(mood == "forgets");
        }

        await AnswerAsync(http, mood, JsonSerializer.SerializeToUtf8Bytes(told));
    }

    private static async Task AnswerAsync(HttpContext http, string mood, byte[] body)
    {
        var answer = http.Response;
        switch (mood)
        {
            case "429":
                answer.StatusCode = 429;
                answer.Headers.RetryAfter = "7";
                break;
            case "500":
                answer.StatusCode = 500;
                break;
            case "html":
                answer.ContentType = "text/html";
                await answer.WriteAsync("<!DOCTYPE html><title>Sign in</title>");
                break;
            case "half":
                answer.ContentType = "application/json";
                await answer.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
                break;
            case "drip":
                answer.ContentType = "application/json";
                await answer.Body.WriteAsync(body.AsMemory(0, 1));
                await answer.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                answer.ContentType = "application/json";
                await answer.Body.WriteAsync(body);
                break;
        }
    }

    private IEnumerable<(Told Incident, ToldRow Row)> Standing() => log.Incidents.Select(incident => (incident, Row: incident.StandsAt(Now)!)).Where(incident => incident.Row is not null);

    /// <summary>The stages of an agreement of ServiceNow's own that is paused while the requester is asked.</summary>
    public static string Stage(string state) => state switch { "Awaiting User Info" => "paused", "Resolved" or "Closed" => "completed", _ => "in_progress" };

    private object Table(string table, string query, int limit, bool forgets)
    {
        if (table == "sys_audit")
        {
            return Audit(query);
        }

        var asked = Keyset().Match(query);
        var one = Number().Match(query);
        var (since, id) = asked.Success && !forgets ? (Time(asked.Groups[1].Value, "yyyy-MM-dd HH:mm:ss"), asked.Groups[2].Value) : (DateTime.MinValue, "");
        return new
        {
            result = Standing().Where(incident => !one.Success || incident.Incident.Number == one.Groups[1].Value)
                .Where(incident => incident.Row.At > since || (incident.Row.At == since && string.CompareOrdinal(incident.Incident.Id, id) > 0))
                .OrderBy(incident => incident.Row.At).ThenBy(incident => incident.Incident.Id, StringComparer.Ordinal).Take(limit)
                .Select(incident => Row(table, incident.Incident, incident.Row)),
        };
    }

    private static Dictionary<string, string> Row(string table, Told incident, ToldRow row) => table switch
    {
        "incident" => new() { ["sys_id"] = incident.Id, ["number"] = incident.Number, ["opened_at"] = Written(incident.Opened), ["sys_updated_on"] = Written(row.At), ["incident_state"] = row.State, ["category"] = incident.Category },
        "sc_req_item" => new() { ["sys_id"] = incident.Id, ["number"] = incident.Number, ["opened_at"] = Written(incident.Opened), ["sys_updated_on"] = Written(row.At), ["state"] = row.State, ["cat_item"] = incident.Category },
        _ => new() { ["sys_id"] = incident.Id, ["task.number"] = incident.Number, ["start_time"] = Written(incident.Opened), ["sys_updated_on"] = Written(row.At), ["stage"] = Stage(row.State), ["task.category"] = incident.Category },
    };

    private object Audit(string query)
    {
        var asked = Audited().Match(query);
        Func<string, string>? words = (asked.Groups[1].Value, asked.Groups[3].Value) switch
        {
            ("incident", "incident_state") or ("sc_req_item", "state") => null,
            ("task_sla", "stage") => Stage,
            _ => throw new InvalidOperationException($"Nobody asks for that: {query}"),
        };
        return new
        {
            result = log.Incidents.Single(incident => incident.Id == asked.Groups[2].Value).ChangesUpTo(Now, words)
                .Select(change => new { sys_id = $"{asked.Groups[2].Value}-{change.After.Order}", sys_created_on = Written(change.After.At), oldvalue = change.Before.State, newvalue = change.After.State, record_checkpoint = change.After.Order.ToString(CultureInfo.InvariantCulture) }),
        };
    }

    // Counted from the beginning: when a ticket changes it goes to the end, and those behind it move up. Of a page as long as was asked for it gives the half.
    private object Counted(string since, int offset, int limit) => new { tickets = Changed(since).Skip(offset).Take(limit / 2).Select(Ticket) };

    // Its links count pages too.
    private object Linked(HttpContext http, string since, int page)
    {
        var rest = Changed(since).Skip(page * 5).ToList();
        if (rest.Count > 5)
        {
            http.Response.Headers.Link = $"</linked?since={Uri.EscapeDataString(since)}&page={page + 1}>; rel=\"next\"";
        }

        return rest.Take(5).Select(Ticket);
    }

    private IEnumerable<(Told Incident, ToldRow Row)> Changed(string since) =>
        Standing().Where(incident => incident.Row.At >= Time(since, "yyyy-MM-dd HH:mm")).OrderBy(incident => incident.Row.At).ThenBy(incident => incident.Incident.Id, StringComparer.Ordinal);

    private object Ticket((Told Incident, ToldRow Row) told) => new
    {
        number = told.Incident.Number,
        opened = Iso(told.Incident.Opened),
        changed = Iso(told.Row.At),
        status = told.Row.State,
        life = told.Incident.ChangesUpTo(Now).Select(change => new { n = change.After.Order, at = Iso(change.After.At), from = change.Before.State, to = change.After.State }),
    };

    private object Issues(string jql, int startAt, int limit, bool forgets)
    {
        var asked = Updated().Match(jql);
        var since = asked.Success && !forgets ? Time(asked.Groups[1].Value, "yyyy-MM-dd HH:mm") : DateTime.MinValue;
        return new
        {
            issues = Standing().Where(incident => incident.Row.At >= since && (asked.Success || jql.Contains($"\"{incident.Incident.Number}\"", StringComparison.Ordinal)))
                .OrderBy(incident => incident.Row.At).ThenBy(incident => incident.Incident.Number, StringComparer.Ordinal).Skip(startAt).Take(limit)
                .Select(incident => new
                {
                    key = incident.Incident.Number,
                    fields = new { created = Iso(incident.Incident.Opened), updated = Iso(incident.Row.At), status = new { name = incident.Row.State }, issuetype = new { name = incident.Incident.Category }, priority = new { name = "Medium" } },
                    changelog = new
                    {
                        histories = incident.Incident.ChangesUpTo(Now).Select(change => new
                        {
                            id = change.After.Order.ToString(CultureInfo.InvariantCulture),
                            created = Iso(change.After.At),
                            items = new object[] { new { field = "assignee", fromString = "a", toString = "b" }, new { field = "status", fromString = change.Before.State, toString = change.After.State } },
                        }),
                    },
                }),
        };
    }

    private static string Written(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss'.000+0000'", CultureInfo.InvariantCulture);

    private static DateTime Time(string text, string format) => DateTime.ParseExact(text, format, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:sla\.name=Resolution\^)?sys_updated_on>(.+?)\^NQ(?:sla\.name=Resolution\^)?sys_updated_on=.+?\^sys_id>(.*?)\^ORDERBYsys_updated_on\^ORDERBYsys_id$")]
    private static partial Regex Keyset();

    [GeneratedRegex(@"^tablename=(.+?)\^documentkey=(.+?)\^fieldname=(.+?)\^ORDERBYrecord_checkpoint$")]
    private static partial Regex Audited();

    [GeneratedRegex(@"^(?:sla\.name=Resolution\^task\.)?number=(.+)$")]
    private static partial Regex Number();

    [GeneratedRegex("updated >= \"(.+?)\"")]
    private static partial Regex Updated();
}
