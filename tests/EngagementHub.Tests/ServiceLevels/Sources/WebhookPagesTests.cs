using System.Net;
using EngagementHub.ServiceLevels.Sources.Webhooks;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class WebhookPagesTests(WebhookHub hub) : IClassFixture<WebhookHub>
{
    [Fact]
    public async Task A_webhook_is_added_gets_a_secret_that_is_shown_once_and_accepts_what_is_signed_with_it()
    {
        await hub.OpenHooks();
        var ada = await hub.As("admin");

        var added = await (await ada.Open("/service-levels/webhooks/add")).Submit(("Title", "Jira desk"), ("Shape.Service", "new-account"));

        Assert.Equal(("/service-levels/webhooks/jira-desk", "Jira desk"), (added.Url, added.Heading));
        Assert.EndsWith("/hooks/jira-desk", added.Row("Address"), StringComparison.Ordinal);
        Assert.Equal("None: nothing is accepted yet", added.Row("Secrets"));

        var shown = await added.Submit(("!button", "Make a new secret"));
        var secret = shown.Document.QuerySelector(".govuk-inset-text code")!.TextContent;

        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await ada.Open(added.Url)).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, await hub.Send("jira-1", WebhookHub.Event("J1", "e1", "open", "2026-11-02T08:50:00Z"), secret, hook: "jira-desk"));
        await hub.Work();
        Assert.Equal("opened 2 Nov 08:50: open 2 Nov 08:50", await hub.LifeOf("J1", "jira-desk"));
    }

    [Fact]
    public async Task What_cannot_be_taken_in_is_listed_with_a_cure_repaired_with_a_reason_and_then_taken_in()
    {
        await hub.OpenHooks();
        var ada = await hub.As("admin");
        await hub.Send("dead-1", WebhookHub.Event("D1", "e1", "open", "yesterday"));
        await hub.Send("dead-2", "this is not JSON");
        await hub.Send("dead-3", """{ "data": [] }""");
        await hub.Work();

        var page = await ada.Open("/service-levels/webhooks/desk");

        Assert.Contains("dead-1", page.Text, StringComparison.Ordinal);
        Assert.Contains("\"yesterday\" is not a time with the year first", page.Text, StringComparison.Ordinal);
        Assert.Contains("The event is not JSON", page.Text, StringComparison.Ordinal);
        Assert.Contains("The event tells of no ticket", page.Text, StringComparison.Ordinal);

        var number = (await hub.Stored("dead-1")).Number;
        var dead = await ada.Open($"/service-levels/webhooks/events/{number}");
        var without = await dead.Submit(("Body", WebhookHub.Event("D1", "e1", "open", "2026-11-01T08:00:00Z")), ("!button", "Repair it"));

        without.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Say why", Assert.Single(without.Errors), StringComparison.Ordinal);

        var repaired = await without.Submit(("Reason", "The desk wrote words for a day"), ("!button", "Repair it"));
        await hub.Work();
        var after = await ada.Open(repaired.Url);

        Assert.Equal("Taken in", after.Row("How it stands"));
        Assert.Contains("The desk wrote words for a day, by Ada", after.Row("Repaired"), StringComparison.Ordinal);
        Assert.Contains("yesterday", after.Document.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("opened 1 Nov 08:00: open 1 Nov 08:00", await hub.LifeOf("D1"));

        var aside = await (await ada.Open($"/service-levels/webhooks/events/{(await hub.Stored("dead-2")).Number}")).Submit(("Reason", "A test of the desk"), ("!button", "Set it aside"));

        Assert.Equal("Set aside", aside.Row("How it stands"));
    }

    [Fact]
    public async Task An_unknown_state_waits_for_somebody_and_is_taken_in_when_the_mapping_learns_it()
    {
        await hub.OpenHooks();
        var ada = await hub.As("admin");
        await hub.Send("state-1", WebhookHub.Event("S1", "e1", "Waiting for parts", "2026-11-01T08:00:00Z"));
        await hub.Work();
        Assert.Equal(EventStanding.Dead, (await hub.Stored("state-1")).Standing);

        var edit = await ada.Open("/service-levels/webhooks/desk/edit");
        var saved = await edit.Submit(("Shape.States", edit.Document.QuerySelector("textarea[name='Shape.States']")!.TextContent + "\nWaiting for parts = paused"));
        await hub.Work();

        Assert.Contains("tried again", saved.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("opened 1 Nov 08:00: Waiting for parts 1 Nov 08:00", await hub.LifeOf("S1"));
    }

    [Fact]
    public async Task Only_an_administrator_sees_webhooks()
    {
        await hub.OpenHooks();
        foreach (var url in (string[])["/service-levels/webhooks", "/service-levels/webhooks/add", "/service-levels/webhooks/desk", "/service-levels/webhooks/desk/edit"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("sid")).Open(url)).Status);
            Assert.Equal(HttpStatusCode.OK, (await (await hub.As("admin")).Open(url)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await hub.As("admin")).Open("/service-levels/webhooks/nobody")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await hub.As("admin")).Open("/service-levels/webhooks/events/999999")).Status);
    }

    [Fact]
    public async Task A_mapping_that_makes_no_sense_is_refused_at_its_field_and_what_was_typed_is_kept()
    {
        await hub.OpenHooks();
        var form = await (await hub.As("admin")).Open("/service-levels/webhooks/add");

        var wrong = await form.Submit(("Title", "Wrong"), ("Shape.Fields", "ticket = a[\nat = b"));

        wrong.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("ticket = a[", wrong.Document.QuerySelector("textarea[name='Shape.Fields']")!.TextContent, StringComparison.Ordinal);
    }
}
