using System.Net;
using EngagementHub.ServiceLevels.Sources.Rest;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public sealed class RestSourceTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>
{
    private static readonly ToldLog Log = ToldLog.Read(20);

    [Fact]
    public async Task A_connected_system_is_read_by_its_job_and_its_page_says_how_that_went()
    {
        await hub.Fill();
        await using var service = new MoodyService(Log, 1) { IsCalm = true };
        await service.StartAsync();
        service.ComeToTheEnd();
        var ada = await hub.As("admin");
        var form = await ada.Open("/service-levels/rest-sources/add?profile=servicenow-incident");

        var page = await form.Submit(("Title", "Desk now"), ("Address", service.Address), ("HowToSignIn", "ClientCredentials"), ("TokenAddress", $"{service.Address}/token"), ("ClientId", "hub"), ("Secret", "it's secret"), ("PageSize", "7"),
            ("From.Day", "1"), ("From.Month", "1"), ("From.Year", "2016"), ("Shape.Service", "it-incidents"), ("Shape.States", string.Join('\n', LevelBuilder.ServiceNow.States)));

        Assert.Equal("Desk now", page.Heading);
        Assert.Equal("Kept, encrypted; it is never shown", page.Row("Secret"));
        Assert.DoesNotContain("it's secret", await hub.In((_, db) => db.Set<RestSource>().Select(source => source.Secret).FirstAsync()), StringComparison.Ordinal);
        Assert.Contains("7 tickets understood and 0 not", (await page.Submit(("!button", "Test the connection"))).Document.Body!.TextContent, StringComparison.Ordinal);

        await hub.RunJob("servicelevels.rest-sources");
        var read = await ada.Open(page.Url);

        Assert.Contains("20 accepted + 0 rejected", read.Row("Records"), StringComparison.Ordinal);
        Assert.Contains("Read", read.Row("How it stands"), StringComparison.Ordinal);
        Assert.Equal(Log.Incidents.Select(incident => $"{incident.Number}: {incident.Life}").Order(), (await Lives()).Order());

        var one = await read.Submit("form:has([name=Number])", ("Number", Log.Incidents[0].Number));

        Assert.Contains("is as it was known", one.Document.Body!.TextContent, StringComparison.Ordinal);

        var paused = await one.Submit(("!button", "Pause"));
        Assert.Equal("Not while it is paused", paused.Row("Next asked"));
    }

    [Fact]
    public async Task A_system_in_trouble_is_asked_later_and_says_what_to_do()
    {
        await hub.Fill();
        var ada = await hub.As("admin");
        var form = await ada.Open("/service-levels/rest-sources/add?profile=jira");
        var page = await form.Submit(("Title", "Nobody there"), ("Address", "http://127.0.0.1:1"), ("Shape.Service", "it-incidents"));

        await hub.RunJob("servicelevels.rest-sources");

        Assert.Contains("The service cannot be reached", (await ada.Open(page.Url)).Row("How it stands"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_that_the_settings_do_not_allow_are_refused_and_only_an_administrator_connects()
    {
        await hub.Fill();
        var form = await (await hub.As("admin")).Open("/service-levels/rest-sources/add?profile=jira");

        var refused = await form.Submit(("Title", "Elsewhere"), ("Address", "http://169.254.169.254/latest"), ("Shape.Service", "it-incidents"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Sources:Allowed", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await hub.As("sid")).Open("/service-levels/rest-sources")).Status);
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void Private_and_local_addresses_are_told_from_public_ones(string address, bool isPublic) => Assert.Equal(isPublic, OutboundAddresses.IsPublic(IPAddress.Parse(address)));

    private Task<List<string>> Lives() => hub.In(async (_, db) => (await db.Set<Ticket>().Include(ticket => ticket.Events).Where(ticket => ticket.Source == "desk-now").ToListAsync())
        .ConvertAll(ticket => $"{ticket.Number}: {string.Join(", ", ticket.Events.OrderBy(e => e, TicketEvent.InTheirOrder).Select(e => $"{e.State} {e.At:yyyy-MM-dd HH:mm}"))}"));
}
