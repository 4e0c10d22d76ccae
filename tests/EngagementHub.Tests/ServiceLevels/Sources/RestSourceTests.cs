using System.Net;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class RestSourceTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private static readonly ToldLog Log = ToldLog.Read(20);
    private static readonly string States = string.Join('\n', LevelBuilder.ServiceNow.States);

    [Fact]
    public async Task A_connected_system_is_read_by_its_job_and_its_page_says_how_that_went()
    {
        await hub.Fill();
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        var ada = await hub.As("admin");

        var page = await (await ada.Open("/service-levels/sources/add?kind=servicenow-incident&way=client")).Submit(("Title", "Desk now"), ("Address", service.Address), ("TokenAddress", $"{service.Address}/token"), ("Name", "hub"), ("Secret", "it's secret"));
        page = await (await ada.Open($"{page.Url}/reading")).Submit("main form", ("PageSize", "7"));
        Assert.Contains("its tickets are understood", (await page.Submit("main form", ("!button", "Test the connection"))).Document.Body!.TextContent, StringComparison.Ordinal);
        page = await (await ada.Open($"{page.Url}/mapping")).Submit("main form", ("Statuses", States), ("Services", "every ticket = it-incidents"), ("!button", "Save"));
        page = await page.Submit("main form", ("!button", "Resume"));

        Assert.DoesNotContain("it's secret", await hub.In((_, db) => db.PolledSources.Where(source => source.Name == "desk-now").Select(source => source.Secret).FirstAsync()), StringComparison.Ordinal);
        await Poll("desk-now");
        var read = await ada.Open(page.Url);

        Assert.Contains("20 accepted + 0 rejected", read.Row("Tickets read"), StringComparison.Ordinal);
        Assert.Contains("Running", read.Text, StringComparison.Ordinal);
        Assert.Equal(Log.Incidents.Select(incident => $"{incident.Number}: {incident.Life()}").Order(), (await Lives("desk-now")).Order());
        var one = await read.Submit("main form[action*='One']", ("Number", Log.Incidents[0].Number));
        Assert.Contains("Nothing was new", one.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request-tracker", "", "Secret: RT token")]
    [InlineData("servicenow-incident", "", "Name: User name, Secret: Password")]
    [InlineData("servicenow-request", "client", "TokenAddress: Address that gives tokens, Name: Client ID, Secret: Client secret")]
    [InlineData("jira", "api-token", "Name: E-mail address, Secret: API token")]
    [InlineData("rest", "none", "")]
    public async Task Only_what_the_kind_of_system_needs_is_asked_in_its_own_words(string kind, string way, string asked)
    {
        var page = await (await hub.As("admin")).Open($"/service-levels/sources/add?kind={kind}&way={way}");

        var fields = page.Document.QuerySelectorAll("main form input[id]").Where(i => i.Id is "Name" or "Secret" or "TokenAddress").Select(i => $"{i.Id}: {page.Document.QuerySelector($"label[for={i.Id}]")!.TextContent.Trim()}");
        Assert.Equal(asked, string.Join(", ", fields));
    }

    [Fact]
    public async Task A_password_without_its_user_is_refused_beside_the_field()
    {
        await hub.Fill();
        var refused = await (await (await hub.As("admin")).Open("/service-levels/sources/add?kind=servicenow-incident")).Submit(("Title", "Half a sign-in"), ("Address", "https://desk.example"), ("Secret", "p"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter both: user name and password", Assert.Single(refused.Errors));
        Assert.NotNull(refused.Document.QuerySelector("#Name-error"));
    }

    [Fact]
    public async Task A_system_in_trouble_is_asked_later_and_says_what_to_do()
    {
        await hub.Fill();
        var page = await (await (await hub.As("admin")).Open("/service-levels/sources/add?kind=jira")).Submit(("Title", "Nobody there"), ("Address", "http://127.0.0.1:1"));
        page = await (await page.Client.Open($"{page.Url}/mapping")).Submit("main form", ("Services", "every ticket = it-incidents"), ("!button", "Save"));
        page = await page.Submit("main form", ("!button", "Resume"));

        await Poll("nobody-there");

        Assert.Contains("The service cannot be reached", (await page.Client.Open(page.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_how_a_system_is_read_is_said_beside_its_field_and_kept_as_typed()
    {
        await hub.Fill();
        var page = await (await (await hub.As("admin")).Open("/service-levels/sources/add?kind=rest")).Submit(("Title", "Own desk"), ("Address", "http://127.0.0.1:1"));
        var form = await page.Client.Open($"{page.Url}/reading");

        var refused = await form.Submit("main form", ("Query", "/tickets?from={since}"), ("Changed", "changed"), ("RecordId", "id"), ("Fields", "ticket = number\nstate = state\nat = [broken"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("\"[broken\" is no path", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("[broken", refused.Document.QuerySelector("[name=Fields]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_not_handed_to_another_server_that_gives_tokens()
    {
        await hub.Fill();
        var page = await (await (await hub.As("admin")).Open("/service-levels/sources/add?kind=jira")).Submit(("Title", "Moved desk"), ("Address", "http://127.0.0.1:1"), ("Secret", "it's secret"));

        var refused = await (await page.Client.Open($"{page.Url}/reading")).Submit("main form", ("HowToSignIn", "ClientCredentials"), ("TokenAddress", "https://elsewhere.example/token"), ("ClientId", "hub"));
        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Sources:Allowed", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var saved = await refused.Submit("main form", ("TokenAddress", "http://127.0.0.1:2/token"));

        Assert.Contains("the old secret was dropped", saved.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await hub.In((_, db) => db.PolledSources.Where(source => source.Name == "moved-desk").Select(source => source.Secret).FirstAsync()));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/add", "/add")]
    [InlineData("/desk", "/desk")]
    [InlineData("/desk/edit", "/desk/reading")]
    public async Task Old_addresses_lead_to_the_new_ones_for_good(string old, string now)
    {
        await hub.Fill();

        var ada = new HubClient(hub.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        await ada.Post("/account/sign-in", ("persona", "admin"));

        using var answer = await ada.Http.GetAsync("/service-levels/rest-sources" + old, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/service-levels/sources" + now), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public void A_secret_that_was_kept_when_web_services_stood_by_themselves_can_still_be_read() =>
        Assert.Equal("it's secret", hub.Services.GetRequiredService<Secrets>().Decrypt(hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("EngagementHub.ServiceLevels.RestSources").Protect("it's secret")));

    private async Task Poll(string name)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Poll>().RunAsync(await hub.In((_, db) => db.PolledSources.Where(source => source.Name == name).Select(source => source.Id).FirstAsync()), TestContext.Current.CancellationToken);
    }

    private Task<List<string>> Lives(string source) => hub.In(async (_, db) => (await db.Tickets.Include(ticket => ticket.Events).Where(ticket => ticket.Source == source).ToListAsync())
        .ConvertAll(ticket => $"{ticket.Number}: {string.Join(", ", ticket.Events.OrderBy(e => e, TicketEvent.InTheirOrder).Select(e => $"{e.State} {e.At:yyyy-MM-dd HH:mm}"))}"));
}
