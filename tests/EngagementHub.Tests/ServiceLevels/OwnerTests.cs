using System.Net;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class OwnerTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string OfAnother = """{ "name": "other", "steps": [{ "name": "Services", "Services": [{ "Slug": "post-room", "Name": "Post room", "Owner": "admin", "Levels": [{ "Slug": "sorted", "Name": "Post sorted", "Measure": "share correct", "Calendar": "department", "Steps": [{ "From": "2007-01-01", "Target": 99 }] }] }] }] }""";

    public async ValueTask InitializeAsync()
    {
        await hub.Fill();
        Assert.Equal(0, (await hub.ApplyRecipe(OfAnother)).ExitCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/service-levels/post-room/edit")]
    [InlineData("/service-levels/post-room/sorted/step")]
    [InlineData("/service-levels/post-room/sorted/count")]
    [InlineData("/service-levels/define?service=post-room")]
    [InlineData("/service-levels/standard-desktop/edit")]
    public async Task Only_its_owner_and_an_administrator_change_a_service(string url)
    {
        var sid = await hub.As("sid");

        (await sid.Open(url)).MustBe(HttpStatusCode.Forbidden);
        (await sid.Post(url, ("Name", "Mine now"), ("Service", "post-room"))).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("admin")).Open(url)).MustBe(HttpStatusCode.OK);
        (await sid.Open(url.Replace("post-room/sorted", "pay/paid-correctly", StringComparison.Ordinal).Replace("post-room", "pay", StringComparison.Ordinal).Replace("standard-desktop", "pay", StringComparison.Ordinal))).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_owner_reads_files_of_own_services_and_of_no_others()
    {
        var sid = await hub.As("sid");
        (string, string)[] form = [("Title", "Post list"), ("Delimiter", ";"), ("TimeFormat", "dd/MM/yyyy HH:mm"), ("Ticket", "id"), ("Opened", "asked"), ("Resolved", "done")];

        (await sid.Open("/service-levels/import/mapping/service-desk-2007")).MustBe(HttpStatusCode.Forbidden);
        Assert.DoesNotContain("Service desk log, 2007", (await sid.Open("/service-levels/import")).Text, StringComparison.Ordinal);
        (await ServiceLevelsHub.Preview(sid, "service-desk-2007", "t.csv", "ticket,at,state,service,category\n1,2007-01-01 09:00,Received,pay,x\n")).MustBe(HttpStatusCode.Forbidden);
        var empty = await sid.Open("/service-levels/import/mapping");
        (await empty.Submit([.. form, ("Service", "post-room")])).MustBe(HttpStatusCode.Forbidden);
        var byColumn = await empty.Submit([.. form, ("ServiceColumn", "service")]);
        byColumn.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Only an administrator lets a column", Assert.Single(byColumn.Errors), StringComparison.Ordinal);
        Assert.EndsWith("?mapping=post-list", (await empty.Submit([.. form, ("Service", "pay")])).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gives_a_service_to_an_owner_who_then_changes_it_and_cannot_give_it_on()
    {
        Assert.Equal(0, (await hub.ApplyRecipe(OfAnother.Replace("post-room", "lost-property", StringComparison.Ordinal).Replace("Post room", "Lost property", StringComparison.Ordinal).Replace("\"Owner\": \"admin\",", "", StringComparison.Ordinal))).ExitCode);
        var (sid, admin) = (await hub.As("sid"), await hub.As("admin"));
        const string Edit = "/service-levels/lost-property/edit";
        (await sid.Open(Edit)).MustBe(HttpStatusCode.Forbidden);

        (await (await admin.Open(Edit)).Submit(("Owner", People.Sid.ToString()))).MustBe(HttpStatusCode.OK);

        var his = await sid.Open(Edit);
        his.MustBe(HttpStatusCode.OK);
        Assert.Null(his.Document.QuerySelector("[name=Owner]"));
        await sid.Post(Edit, ("Name", "Lost and found"), ("Owner", People.Priya.ToString()));
        (await sid.Open(Edit)).MustBe(HttpStatusCode.OK);
        (await admin.Post(Edit, ("Name", "Lost and found"), ("Owner", People.Sam.ToString()))).MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains($"Lost property: {People.Sid}", string.Join('\n', await hub.In((_, db) => db.Audit.Where(a => a.What == "servicelevels.service.owner-changed").Select(a => a.Why).ToListAsync(TestContext.Current.CancellationToken))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_calendar_leaves_a_line_that_says_what_it_was()
    {
        const string Longer = """
            { "name": "hours", "steps": [{ "name": "WorkingCalendars", "Calendars": [{ "Slug": "department", "Name": "Department office hours",
            "Hours": [{ "From": "2005-01-01", "Monday": "09:00-18:00" }], "Days": [{ "Date": "2007-05-29", "Kind": "privilege day", "Name": "The Queen's birthday" }] }] }] }
            """;

        Assert.Equal(0, (await hub.ApplyRecipe(Longer)).ExitCode);

        var lines = await hub.In((_, db) => db.Audit.AsNoTracking().Where(a => a.What.StartsWith("servicelevels.calendar")).OrderBy(a => a.Id).Select(a => a.Why!).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(lines, l => l.StartsWith("Department office hours: from 1 January 2005 open Monday 09:00-18:00; it was Monday 09:00-17:00, Tuesday", StringComparison.Ordinal));
        Assert.Contains("Department office hours: 29 May 2007 privilege day (The Queen's birthday)", lines);
        Assert.Equal(0, (await hub.ApplyRecipe(ServiceLevelsHub.Catalogue)).ExitCode);
    }
}
