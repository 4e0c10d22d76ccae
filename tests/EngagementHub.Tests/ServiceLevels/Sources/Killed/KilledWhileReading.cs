using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EngagementHub.Tests.ServiceLevels.Sources.Killed;

/// <summary>A ticket system misbehaves, another one calls, and the hub is killed at random: in the end each ticket is known as the log tells it, none lost, none twice.</summary>
public abstract class KilledWhileReading(KilledHub hub)
{
    private const int Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly ToldLog Log = ToldLog.Read(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected async Task RoundAsync(int round)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HUB_TEST_FAULTS") == "1", "It takes long: tests/run.sh --faults runs it");
        var random = new Random(round);
        var kind = round % 2 == 0 ? "jira" : "servicenow-incident";
        await using var service = new MoodyService(Log, round);
        await service.StartAsync();
        hub.PauseAll();
        var secret = await ConnectAsync(round, kind, service.Address);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var calls = SendAllAsync(round, secret, random, over.Token);
        for (var kill = 0; kill < Kills; kill++)
        {
            var left = random.Next(2, 40);
            service.BeforeAnswer = () =>
            {
                if (--left == 0)
                {
                    hub.Kill();
                }
            };
            await HurryUntilAsync(() => left <= 0, "the hub was asked nothing");
            await hub.DiedAsync();
            service.BeforeAnswer = null;
            hub.PassTime(leases: true);
            await hub.StartAsync();
        }

        service.IsCalm = true;
        service.ComeToTheEnd();
        await calls;
        var truth = Log.Incidents.ToDictionary(incident => incident.Number, incident => incident.Life());
        await HurryUntilAsync(() => IsAs(truth, hub.Lives($"polled-{round}")), () => Difference(truth, hub.Lives($"polled-{round}")));
        var told = Log.Incidents.ToDictionary(incident => incident.Number, Told);
        await HurryUntilAsync(() => IsAs(told, hub.Lives($"calls-{round}")), () => Difference(told, hub.Lives($"calls-{round}")));
        Assert.True(hub.IsWhole(), "the database is not whole");
    }

    private static string Told(Told incident) => string.Join(", ", incident.Rows.OrderBy(row => row.At).ThenBy(row => row.Order).Select(row => $"{row.State} {row.At:yyyy-MM-dd HH:mm}"));

    private static bool IsAs(Dictionary<string, string> truth, Dictionary<string, string> found) => truth.Count == found.Count && truth.All(ticket => found.GetValueOrDefault(ticket.Key) == ticket.Value);

    private static string Difference(Dictionary<string, string> truth, Dictionary<string, string> found) =>
        string.Join('\n', truth.Keys.Union(found.Keys).Where(number => truth.GetValueOrDefault(number) != found.GetValueOrDefault(number)).Select(number => $"{number}: {truth.GetValueOrDefault(number)} | {found.GetValueOrDefault(number)}"));

    // The page's own buttons, as an administrator presses them.
    private async Task<string> ConnectAsync(int round, string kind, string address)
    {
        var ada = new HubClient(new HttpClient { BaseAddress = hub.Http.BaseAddress });
        await ada.SignIn("admin");
        var page = await (await ada.Open($"/service-levels/sources/add?kind={kind}")).Submit(("Title", $"Polled {round}"), ("Address", address), ("Secret", "hub:s"));
        await (await ada.Open($"{page.Url}/reading")).Submit("main form", ("PageSize", "10"));
        await (await ada.Open($"{page.Url}/mapping")).Submit("main form", ("Statuses", string.Join('\n', LevelBuilder.ServiceNow.States)), ("Services", "every ticket = it-incidents"), ("!button", "Save"));
        (await (await ada.Open(page.Url)).Submit("main form", ("!button", "Resume"))).MustBe(HttpStatusCode.OK);
        var hook = await (await ada.Open("/service-levels/webhooks/add")).Submit(("Title", $"Calls {round}"), ("Shape.States", string.Join('\n', LevelBuilder.ServiceNow.States)), ("Shape.Service", "it-incidents"));
        return (await hook.Submit(("!button", "Make a new secret"))).Document.QuerySelector(".govuk-inset-text code")!.TextContent;
    }

    // Each event in any order until it is acknowledged, and one in four again.
    private async Task SendAllAsync(int round, string secret, Random random, CancellationToken cancellation)
    {
        var events = Log.Incidents.SelectMany(incident => incident.Rows.Select(row => (Id: $"{incident.Number}-{row.Order}", Body: BodyOf(incident, row)))).ToArray();
        random.Shuffle(events);
        foreach (var (id, body) in events.SelectMany((one, n) => n % 4 == 0 ? [one, one] : new[] { one }))
        {
            while (!await IsAcknowledgedAsync($"/hooks/calls-{round}", id, body, secret, cancellation))
            {
                await Task.Delay(100, cancellation);
            }
        }
    }

    private static string BodyOf(Told incident, ToldRow row) => JsonSerializer.Serialize(new { type = "ticket.event", data = new { ticket = incident.Number, @event = $"{row.Order}", at = $"{row.At:yyyy-MM-dd'T'HH:mm:ss'Z'}", order = row.Order, state = row.State } });

    private async Task<bool> IsAcknowledgedAsync(string hook, string id, string body, string secret, CancellationToken cancellation)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[6..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}");
        try
        {
            using var answer = await hub.Http.SendAsync(request, cancellation);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (HttpRequestException)
        {
            // The hub is away: the system sends it again.
            return false;
        }
    }

    private Task HurryUntilAsync(Func<bool> isSo, string problem) => HurryUntilAsync(isSo, () => problem);

    // What is waited for happens in another process; the test goes on as soon as it has.
    private async Task HurryUntilAsync(Func<bool> isSo, Func<string> problem)
    {
        for (var since = Stopwatch.StartNew(); !isSo();)
        {
            Assert.True(since.Elapsed < Patience, problem());
            hub.PassTime(leases: false);
            await Task.Delay(300, Cancellation);
        }
    }
}
