using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>A hub with a webhook, and a ticket system that signs what it sends to it.</summary>
public sealed class WebhookHub : ServiceLevelsHub
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    public const string NewSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    public const string HubSecret = "It's a Secret to Everybody";

    private bool _open;

    public async Task OpenHooks()
    {
        await Fill();
        if (_open)
        {
            return;
        }

        await In((services, db) =>
        {
            var (box, act) = (services.GetRequiredService<WebhookBox>(), new Act(People.Ada, Clock.Now));
            foreach (var (title, signing, secret) in new[] { ("Desk", SignedBy.Standard, Secret), ("Forge", SignedBy.Hub, HubSecret) })
            {
                var hook = Webhook.Open(title, signing, FieldLines.Own("Europe/London"), act);
                hook.ChangeSecret(box.Encrypt(secret), TimeSpan.FromHours(24), act);
                db.Add(hook);
            }

            return Task.FromResult(0);
        });
        _open = true;
    }

    public static string Event(string ticket, string key, string state, string at, string more = "") =>
        $$"""{ "type": "ticket.event", "data": { "ticket": "{{ticket}}", "event": "{{key}}", "state": "{{state}}", "at": "{{at}}", "service": "new-account"{{more}} } }""";

    public async Task<HttpStatusCode> Send(string id, string body, string? secret = Secret, DateTimeOffset? sent = null, string hook = "desk")
    {
        var timestamp = (sent ?? Clock.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{hook}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        if (secret is not null)
        {
            var signature = HMACSHA256.HashData(Convert.FromBase64String(secret[6..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
            request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        }

        request.Headers.Add("Origin", "https://tickets.example");
        using var answer = await CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> SendAsHub(string body, string secret = HubSecret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/forge") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("X-GitHub-Delivery", Guid.NewGuid().ToString());
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}");
        using var answer = await CreateClient().SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Does what the worker does when something came.</summary>
    public Task Work() => Services.GetRequiredService<WebhookDesk>().EmptyAsync(TestContext.Current.CancellationToken);

    /// <summary>A ticket's life as it is known now.</summary>
    internal Task<string> LifeOf(string ticket, string source = "desk") => In(async (_, db) =>
    {
        var found = await db.Set<Ticket>().Include(known => known.Events).FirstOrDefaultAsync(known => known.Source == source && known.Number == ticket);
        return found is null ? "" : $"opened {found.OpenedAt:d MMM HH:mm}: " + string.Join(", ", found.Events.Where(e => e.IsInForce).OrderBy(e => e, TicketEvent.InTheirOrder).Select(e => $"{e.State} {e.At:d MMM HH:mm}"));
    });

    internal Task<WebhookEvent> Stored(string key) => In((_, db) => db.Set<WebhookEvent>().AsNoTracking().SingleAsync(received => received.Key == key));
}
