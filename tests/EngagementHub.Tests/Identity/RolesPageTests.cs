using System.Diagnostics;
using System.Net;
using EngagementHub.Identity;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Identity;

public sealed class RolesPageTests : IAsyncLifetime
{
    private const string Moderator = "/roles/Moderator";
    private const string SeeOutbox = "notifications.see-outbox";
    private const string Moderate = "conversation.moderate";

    private readonly HubFixture _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Every_role_stands_beside_everything_that_can_be_allowed()
    {
        var page = await (await _hub.As("admin")).Open("/roles");

        Assert.Contains("Moderator, held by 2 people", page.Text, StringComparison.Ordinal);
        var row = page.Document.QuerySelectorAll("main tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith("See how much mail waits", StringComparison.Ordinal));
        Assert.Equal(["–", "–", "–", "Yes"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task What_a_role_is_allowed_and_forbidden_holds_for_its_holders_at_once()
    {
        var (ada, mina) = (await _hub.As("admin"), await _hub.As("mina"));
        (await mina.Open("/notifications/outbox")).MustBe(HttpStatusCode.Forbidden);

        (await Decide(ada, ("Of[Notifications]", SeeOutbox))).MustBe(HttpStatusCode.OK);
        (await mina.Open("/notifications/outbox")).MustBe(HttpStatusCode.OK);
        (await Decide(ada, ("Of[Conversation]", ""))).MustBe(HttpStatusCode.OK);

        (await mina.Open("/moderation")).MustBe(HttpStatusCode.Forbidden);
        var trail = (await ada.Open("/audit?What=role")).Text;
        Assert.Contains($"Moderator: may now {SeeOutbox}", trail, StringComparison.Ordinal);
        Assert.Contains("may no longer", trail, StringComparison.Ordinal);
        Assert.Contains(Moderate, trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_node_hears_of_it()
    {
        Assert.SkipUnless(_hub.HasManyNodes, "Several nodes work on PostgreSQL only");
        await using var second = new Restarted(_hub);
        var (ada, mina) = (await _hub.As("admin"), await second.As("mina"));
        (await mina.Open("/notifications/outbox")).MustBe(HttpStatusCode.Forbidden);

        await Decide(ada, ("Of[Notifications]", SeeOutbox));

        var (patience, status) = (Stopwatch.StartNew(), HttpStatusCode.Forbidden);
        while (status != HttpStatusCode.OK && patience.Elapsed < TimeSpan.FromSeconds(30))
        {
            status = (await mina.Open("/notifications/outbox")).Status;
        }

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task A_role_goes_back_to_what_its_modules_say()
    {
        var ada = await _hub.As("admin");
        await Decide(ada, ("Of[Conversation]", ""));

        var page = await (await ada.Open(Moderator)).Submit("main form:last-of-type", ("!button", "Go back to that"));

        Assert.DoesNotContain("decided here", page.Text, StringComparison.Ordinal);
        (await (await _hub.As("mina")).Open("/moderation")).MustBe(HttpStatusCode.OK);
        Assert.Empty(await _hub.In((_, db) => db.Roles.ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Contains("as the hub comes; may now", (await ada.Open("/audit?What=role")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_keep_the_way_back()
    {
        var ada = await _hub.As("admin");

        var page = await (await ada.Open("/roles/Administrator")).Submit(("Of[Identity]", IdentityModule.ReadAudit));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("An administrator must always be able to look after people and roles: nobody could undo this", Assert.Single(page.Errors));
        (await ada.Open("/staff")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_decided_meanwhile_is_not_written_over()
    {
        var (ada, seen) = (await _hub.As("admin"), await (await _hub.As("admin")).Open(Moderator));
        await Decide(ada, ("Of[Notifications]", SeeOutbox));

        var page = await seen.Submit(("Of[Conversation]", ""));

        page.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Somebody else decided about this role meanwhile", Assert.Single(page.Errors), StringComparison.Ordinal);
        (await (await _hub.As("mina")).Open("/moderation")).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_belongs_to_a_module_that_is_off_and_what_nobody_knows_stays_out_of_reach()
    {
        await using var off = new Restarted(_hub) { Off = ["ServiceLevels", "Plans"] };
        var ada = await off.As("admin");

        await (await ada.Open("/roles/Service owner")).Submit(("Of[Notifications]", SeeOutbox), ("Of[Made up]", "made.up"));

        var kept = (await _hub.In((_, db) => db.Roles.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken))).Permissions;
        Assert.Contains("servicelevels.define", kept);
        Assert.Contains(SeeOutbox, kept);
        Assert.DoesNotContain("made.up", kept);
    }

    [Fact]
    public async Task Nobody_else_sees_or_decides()
    {
        foreach (var name in (string[])["mina", "office", "tom"])
        {
            var person = await _hub.As(name);
            (await person.Open("/roles")).MustBe(HttpStatusCode.Forbidden);
            (await person.Post("/roles/Moderator", ("Seen", "-1"), ("Of[Identity]", IdentityModule.ManageStaff))).MustBe(HttpStatusCode.Forbidden);
        }

        Assert.Contains("sign-in", (await (await _hub.As("")).Open("/roles")).Url, StringComparison.Ordinal);
        (await (await _hub.As("admin")).Open("/roles/Nobody")).MustBe(HttpStatusCode.NotFound);
    }

    // The ticks that stand in the page stay but for the module that is named.
    private static async Task<HubPage> Decide(HubClient ada, params (string Name, string Value)[] ticks) => await (await ada.Open(Moderator)).Submit(ticks);
}
