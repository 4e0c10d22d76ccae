using System.Net;
using EngagementHub.ServiceLevels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class SourcePagesTests(PollTests.Hub hub) : IClassFixture<PollTests.Hub>
{
    private const string Secret = "correct-horse-battery";

    [Theory]
    [InlineData("/service-levels/sources")]
    [InlineData("/service-levels/sources/add")]
    public async Task Only_an_administrator_sees_ticket_systems(string url)
    {
        (await (await hub.As("admin")).Open(url)).MustBe(HttpStatusCode.OK);
        (await (await hub.As("tom")).Open(url)).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_service_owner_reads_who_can_connect_a_ticket_system()
    {
        var sid = await hub.As("sid");

        Assert.Contains("It is for whoever has the role Administrator.", (await sid.Open("/service-levels/sources")).Text, StringComparison.Ordinal);
        Assert.Contains("ask an administrator to connect the ticket system", (await sid.Open("/service-levels")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ask an administrator", (await (await hub.As("admin")).Open("/service-levels")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_that_is_not_there_is_not_found() => (await (await hub.As("admin")).Open("/service-levels/sources/nowhere")).MustBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_secret_goes_in_is_used_and_is_seen_nowhere_again()
    {
        await hub.NewSource();
        var administrator = await hub.As("admin");

        var page = await (await administrator.Open("/service-levels/sources/add?kind=told")).Submit(("Title", "Secret desk"), ("Address", "https://desk.example"), ("Secret", Secret));

        page.MustBe(HttpStatusCode.OK);
        Assert.Equal("One is kept, encrypted", page.Row("Secret").Replace(" Change Secret", "", StringComparison.Ordinal));
        var tested = await page.Submit("main form", ("!button", "Test the connection"));
        Assert.Contains($"secret of {Secret.Length} characters", tested.Document.Body!.TextContent, StringComparison.Ordinal);
        foreach (var url in (string[])["/service-levels/sources/secret-desk", "/service-levels/sources/secret-desk/edit", "/service-levels/sources/secret-desk/mapping"])
        {
            Assert.DoesNotContain(Secret, (await administrator.Open(url)).Body, StringComparison.Ordinal);
        }

        var kept = await hub.In((_, db) => db.PolledSources.AsNoTracking().SingleAsync(source => source.Name == "secret-desk", TestContext.Current.CancellationToken));
        Assert.DoesNotContain(Secret, kept.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(await hub.In((_, db) => db.Audit.AsNoTracking().Select(entry => entry.Why).ToListAsync(TestContext.Current.CancellationToken)), detail => detail?.Contains(Secret, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_mapping_is_previewed_on_real_tickets_saved_with_its_reason_and_its_versions_stay_readable()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("41", "new", "IT"), ("42", "escalated", "IT"));
        var name = (await hub.Find(id)).Name;
        var page = await (await hub.As("admin")).Open($"/service-levels/sources/{name}/mapping");

        var preview = await page.Submit("main form", ("Why", ""), ("!button", "Preview"));
        Assert.Contains("41", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing says what the status \"escalated\" means", preview.Text, StringComparison.Ordinal);
        var refused = await preview.Submit("main form", ("Statuses", "new = open\nescalated = open"), ("!button", "Save"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Say why the mapping changes: the reason is kept with it", refused.Errors);
        var saved = await refused.Submit("main form", ("Why", "Escalated is work"), ("!button", "Save"));

        Assert.Contains("Version 2", saved.Row("Mapping"), StringComparison.Ordinal);
        var old = await saved.Client.Open($"/service-levels/sources/{name}/mapping?version=1");
        Assert.DoesNotContain("escalated", old.Document.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Escalated is work", old.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Services", "Queue: IT = no-such-service", "There is no service \"no-such-service\"")]
    [InlineData("Statuses", "new is open", "Write \"new is open\"")]
    public async Task A_mapping_that_cannot_be_is_refused_beside_its_field_and_kept_as_typed(string field, string typed, string sentence)
    {
        var name = (await hub.Find(await hub.NewSource())).Name;

        var refused = await (await (await hub.As("admin")).Open($"/service-levels/sources/{name}/mapping")).Submit("main form", (field, typed), ("!button", "Save"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Document.QuerySelector($"[name={field}]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_source_is_paused_resumed_and_one_ticket_read_again()
    {
        var id = await hub.NewSource();
        hub.System.Tell(("7", "new", "IT"));
        var page = await (await hub.As("admin")).Open($"/service-levels/sources/{(await hub.Find(id)).Name}");

        page = await page.Submit("main form", ("!button", "Pause"));
        Assert.Contains("Paused", page.Text, StringComparison.Ordinal);
        page = await page.Submit("main form", ("!button", "Resume"));
        Assert.DoesNotContain("Paused", page.Row("Next question"), StringComparison.Ordinal);
        page = await page.Submit("main form[action*='One']", ("Number", "7"));

        Assert.Contains("Ticket 7 was read again, and what was new is taken in.", page.Document.Body!.TextContent, StringComparison.Ordinal);
        var refused = await page.Submit("main form[action*='ReadAgain']");
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["Enter the day to read again from"], refused.Errors);
    }

    [Fact]
    public async Task A_host_that_is_not_listed_is_not_asked_and_the_page_says_what_to_do()
    {
        await hub.NewSource();
        var page = await (await (await hub.As("admin")).Open("/service-levels/sources/add?kind=request-tracker")).Submit(("Title", "Elsewhere"), ("Address", "http://169.254.169.254"));

        var refused = await page.Submit("main form", ("!button", "Test the connection"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The hub may not ask 169.254.169.254. An administrator of the server adds the host to the setting Sources:Allowed", refused.Errors);
    }
}
