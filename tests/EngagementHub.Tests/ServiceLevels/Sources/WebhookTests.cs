using System.Net;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Webhooks;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class WebhookTests(WebhookHub hub) : IClassFixture<WebhookHub>
{
    [Fact]
    public async Task A_signed_event_is_accepted_kept_as_it_came_and_taken_in()
    {
        await hub.OpenHooks();
        var body = WebhookHub.Event("W1", "e1", "resolved", "2026-11-02T08:50:00Z", """, "opened": "2026-11-01T09:00:00Z", "team": "Desk" """);

        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w1", body));
        await hub.Work();

        Assert.Equal("opened 1 Nov 09:00: resolved 2 Nov 08:50", await hub.LifeOf("W1"));
        var kept = await hub.Stored("msg-w1");
        Assert.Equal((EventStanding.Taken, body), (kept.Standing, System.Text.Encoding.UTF8.GetString(kept.Body)));
    }

    [Fact]
    public async Task What_is_not_signed_well_is_refused_without_a_word_and_not_kept()
    {
        await hub.OpenHooks();
        var body = WebhookHub.Event("W2", "e1", "open", "2026-11-02T08:50:00Z");

        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, WebhookHub.NewSecret));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, sent: hub.Clock.Now.AddSeconds(-301)));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, sent: hub.Clock.Now.AddSeconds(301)));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, hook: "nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w2", body, hook: "forge"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await hub.Send("msg-w2", new string('x', WebhookAddress.MostBytes + 1)));
        Assert.Equal(0, await hub.In((_, db) => db.Set<WebhookEvent>().CountAsync(received => received.Key == "msg-w2")));
        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w2", body, sent: hub.Clock.Now.AddSeconds(-300)));
    }

    [Fact]
    public async Task An_event_sent_a_hundred_times_at_once_has_one_effect()
    {
        await hub.OpenHooks();
        var body = WebhookHub.Event("W3", "e1", "open", "2026-11-02T08:50:00Z");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => hub.Send("msg-w3", body)));
        await hub.Work();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer));
        Assert.Equal(1, await hub.In((_, db) => db.Set<WebhookEvent>().CountAsync(received => received.Key == "msg-w3")));
        Assert.Equal("opened 2 Nov 08:50: open 2 Nov 08:50", await hub.LifeOf("W3"));
    }

    [Fact]
    public async Task Any_order_of_four_events_gives_one_final_state()
    {
        await hub.OpenHooks();
        (string Key, string State, string At)[] events = [("1", "open", "2026-11-01T09:00:00Z"), ("2", "paused", "2026-11-01T10:00:00Z"), ("3", "open", "2026-11-01T11:00:00Z"), ("4", "resolved", "2026-11-01T12:00:00Z")];
        var orders = Orders([0, 1, 2, 3]).ToList();
        foreach (var (number, order) in orders.Index())
        {
            foreach (var place in order)
            {
                var (key, state, at) = events[place];
                Assert.Equal(HttpStatusCode.Accepted, await hub.Send($"w4-{number}-{key}", WebhookHub.Event($"W4-{number}", key, state, at)));
                if (number % 2 == 0)
                {
                    await hub.Work();
                }
            }
        }

        await hub.Work();

        Assert.Equal(24, orders.Count);
        foreach (var (number, _) in orders.Index())
        {
            Assert.Equal("opened 1 Nov 09:00: open 1 Nov 09:00, paused 1 Nov 10:00, open 1 Nov 11:00, resolved 1 Nov 12:00", await hub.LifeOf($"W4-{number}"));
        }
    }

    [Fact]
    public async Task A_correction_ten_days_back_moves_the_event_and_a_duplicate_after_thirty_days_changes_nothing()
    {
        await hub.OpenHooks();
        var first = WebhookHub.Event("W5", "e1", "resolved", "2026-11-02T08:00:00Z", """, "opened": "2026-10-20T09:00:00Z" """);
        await hub.Send("msg-w5", first);
        await hub.Work();

        await hub.Send("msg-w5-corrected", WebhookHub.Event("W5", "e1", "resolved", "2026-10-23T08:00:00Z", """, "opened": "2026-10-20T09:00:00Z", "corrects": true """));
        await hub.Work();

        Assert.Equal("opened 20 Oct 09:00: resolved 23 Oct 08:00", await hub.LifeOf("W5"));

        hub.Clock.Now = hub.Clock.Now.AddDays(30);
        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w5", first));
        await hub.Work();

        Assert.Equal("opened 20 Oct 09:00: resolved 23 Oct 08:00", await hub.LifeOf("W5"));
    }

    [Fact]
    public async Task While_a_secret_is_changed_both_hold_and_then_the_new_one_only()
    {
        await hub.OpenHooks();
        await hub.In(async (services, db) =>
        {
            var hook = await db.Set<Webhook>().SingleAsync(known => known.Name == "desk");
            hook.ChangeSecret(services.GetRequiredService<WebhookBox>().Encrypt(WebhookHub.NewSecret), TimeSpan.FromHours(24), new Act(People.Ada, hub.Clock.Now));
            return 0;
        });
        var body = WebhookHub.Event("W6", "e1", "open", "2026-11-02T08:50:00Z");

        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w6-old", body));
        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w6-new", body, WebhookHub.NewSecret));

        hub.Clock.Now = hub.Clock.Now.AddHours(25);

        Assert.Equal(HttpStatusCode.Unauthorized, await hub.Send("msg-w6-late", body));
        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("msg-w6-later", body, WebhookHub.NewSecret));

        await hub.In(async (services, db) =>
        {
            var hook = await db.Set<Webhook>().SingleAsync(known => known.Name == "desk");
            hook.ChangeSecret(services.GetRequiredService<WebhookBox>().Encrypt(WebhookHub.Secret), TimeSpan.Zero, new Act(People.Ada, hub.Clock.Now));
            hook.EndOldSecrets(new Act(People.Ada, hub.Clock.Now));
            return 0;
        });
    }

    [Fact]
    public async Task A_body_signed_as_GitHub_does_is_the_same_event_under_whatever_delivery_number()
    {
        await hub.OpenHooks();
        var body = WebhookHub.Event("W7", "e1", "open", "2026-11-02T08:50:00Z");

        Assert.Equal(HttpStatusCode.Accepted, await hub.SendAsHub(body));
        Assert.Equal(HttpStatusCode.Accepted, await hub.SendAsHub(body));
        Assert.Equal(HttpStatusCode.Unauthorized, await hub.SendAsHub(body, "another secret"));
        await hub.Work();

        Assert.Equal("opened 2 Nov 08:50: open 2 Nov 08:50", await hub.LifeOf("W7", "forge"));
        Assert.Single(await hub.In((_, db) => db.Set<Ticket>().Where(ticket => ticket.Number == "W7").Include(ticket => ticket.Events).SelectMany(ticket => ticket.Events).ToListAsync()));
    }

    private static IEnumerable<int[]> Orders(int[] places) =>
        places.Length == 0 ? [[]] : places.SelectMany(first => Orders([.. places.Where(place => place != first)]).Select(rest => (int[])[first, .. rest]));
}
