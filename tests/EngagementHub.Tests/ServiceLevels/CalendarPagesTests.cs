using System.Net;
using System.Net.Http.Headers;
using EngagementHub.ServiceLevels;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Tests.ServiceLevels;

public sealed class CalendarPagesTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string Department = "/service-levels/calendars/department";
    private const string Proclaimed = """{"england-and-wales":{"division":"england-and-wales","events":[{"title":"A proclaimed day","date":"2007-05-03","notes":""},{"title":"Spring bank holiday","date":"2007-05-28"}]}}""";

    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Everyone_reads_the_calendars_and_a_year_at_a_glance()
    {
        var tom = await hub.As("tom");
        var list = await tom.Open("/service-levels/calendars");
        var year = await tom.Open($"{Department}?year=2007&version=1");

        Assert.Contains("Department office hours (the department’s own) Monday 09:00-17:00", list.Text, StringComparison.Ordinal);
        Assert.Contains("2007 at a glance: 253 working days", year.Text, StringComparison.Ordinal);
        Assert.Contains("Friday 6 April 2007HBank holiday: Good Friday", year.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 5 April 2007SHalf day: Maundy Thursday, open 09:00-13:00", year.Text, StringComparison.Ordinal);
        Assert.Equal(12, year.Document.QuerySelectorAll(".hub-year__month").Length);
        Assert.Empty(year.Document.QuerySelectorAll("main a[href$='/change']"));
        (await tom.Open($"{Department}?year=12")).MustBe(HttpStatusCode.NotFound);
        (await tom.Open($"{Department}?version=99")).MustBe(HttpStatusCode.NotFound);
        (await tom.Open("/service-levels/calendars/nothing")).MustBe(HttpStatusCode.NotFound);
        (await tom.Open($"{Department}/versions/99")).MustBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/service-levels/calendars/add")]
    [InlineData("/service-levels/calendars/department/change")]
    [InlineData("/service-levels/calendars/bank-holidays/upload")]
    [InlineData("/service-levels/calendars/bank-holidays/1")]
    public async Task Only_those_who_keep_all_services_change_calendars(string url)
    {
        (await (await hub.As("tom")).Open(url)).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("sid")).Open(url)).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("sid")).Post(url, ("Form.Name", "Mine"))).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_administrator_adds_a_calendar_with_breaks_and_nights()
    {
        var ada = await hub.As("admin");
        var added = await (await ada.Open("/service-levels/calendars/add")).Submit(
            ("Form.Name", "Night desk"), ("Form.Zone", "Europe/London"), ("Form.Division", "scotland"), ("Form.Monday", "09:00-12:30, 13:30-17:00"), ("Form.Tuesday", "22:00-06:00"), ("Form.Saturday", "00:00-24:00"),
            ("Form.Days", "29 May 2007; privilege day; The Queen's birthday\n2007-04-05; half day; Maundy Thursday; 09:00-13:00"), ("Form.PrivilegeDaysAreWorked", "true"), ("Form.Why", "The night desk opens"));

        added.MustBe(HttpStatusCode.OK);
        Assert.Contains("Monday 09:00-12:30, 13:30-17:00", added.Text, StringComparison.Ordinal);
        Assert.Contains("Scotland", added.Row("Bank holidays"), StringComparison.Ordinal);
        Assert.Contains("are working days", added.Row("Privilege days"), StringComparison.Ordinal);
        Assert.Contains("Tuesday 29 May 2007PPrivilege day: The Queen's birthday, a working day here", added.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1 (holds now)", added.Text, StringComparison.Ordinal);
        Assert.Contains("The night desk opens", added.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Monday", "9am-5pm", "\"9am\" is not a time of day: write it like 09:00, up to 24:00")]
    [InlineData("Form.Zone", "Europe/Atlantis", "There is no time zone \"Europe/Atlantis\": write it like Europe/London")]
    [InlineData("Form.Days", "31 February 2007; closure", "Line 1: \"31 February 2007\" is not a day: write it like 29 May 2007")]
    [InlineData("Form.Days", "29 May 2007; holiday", "Line 1: \"holiday\" is not a kind of day: write bank holiday, privilege day, closure, half day, as in 29 May 2007; privilege day; The Queen's birthday")]
    [InlineData("Form.Days", "29 May 2007; half day; x", "The half day on 29 May 2007 has no hours: say when it is open, for example 09:00-13:00")]
    [InlineData("Form.Name", "department", "There is a calendar of that name: choose another name")]
    public async Task What_cannot_be_read_is_said_at_its_field_and_stays(string field, string typed, string sentence)
    {
        var form = await (await hub.As("admin")).Open("/service-levels/calendars/add");
        var refused = await form.Submit(field == "Form.Name" ? [(field, typed)] : [("Form.Name", "Another"), (field, typed)]);

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(sentence, Assert.Single(refused.Errors));
        var input = refused.Document.GetElementsByName(field).Single();
        Assert.Equal(typed, input.GetAttribute("value") ?? input.TextContent.Trim());
    }

    [Fact]
    public async Task A_calendar_without_working_time_is_refused()
    {
        var form = await (await hub.As("admin")).Open("/service-levels/calendars/add");
        var refused = await form.Submit(("Form.Name", "Never"), ("Form.Monday", ""), ("Form.Tuesday", ""), ("Form.Wednesday", ""), ("Form.Thursday", ""), ("Form.Friday", ""));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("has no working time", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_shown_with_the_open_tickets_it_moves_before_it_is_made_and_then_makes_a_version()
    {
        var ada = await hub.As("admin");
        var before = await Versions();
        var form = await ada.Open($"{Department}/change");
        var shown = await form.Submit(("Form.Days", "5 April 2007; half day; Maundy Thursday; 09:00-13:00\n2 May 2007; closure; Flood"));

        shown.MustBe(HttpStatusCode.OK);
        Assert.Equal("What the change would do", shown.Heading);
        Assert.Contains("2 May 2007 closure (Flood)", shown.Text, StringComparison.Ordinal);
        Assert.Matches(@"A new account: Accounts delivered [0-9]+ of [0-9]+ open tickets get another due time: [0-9]+ later, 0 earlier", shown.Text);
        Assert.Contains("1 day later", shown.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Versions());

        (string, string)[] typed = [("Form.Name", "Department office hours"), ("Form.Zone", "Europe/London"), ("Form.Division", "england-and-wales"), ("Form.From.Day", "1"), ("Form.From.Month", "1"), ("Form.From.Year", "2005"),
            ("Form.Monday", "09:00-17:00"), ("Form.Tuesday", "09:00-17:00"), ("Form.Wednesday", "09:00-17:00"), ("Form.Thursday", "09:00-17:00"), ("Form.Friday", "09:00-17:00"),
            ("Form.Days", "5 April 2007; half day; Maundy Thursday; 09:00-13:00\n2 May 2007; closure; Flood"), ("Seen", shown.Document.QuerySelector("input[name=Seen]")!.GetAttribute("value")!)];
        var noReason = await ada.Post($"{Department}/change?handler=make", typed);
        noReason.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Say why the calendar changes", Assert.Single(noReason.Errors));
        var other = await ada.Post($"{Department}/change?handler=make", [.. typed.Where(field => field.Item1 != "Form.Days"), ("Form.Days", "3 May 2007; closure"), ("Form.Why", "x")]);
        other.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("This differs from what you were shown", Assert.Single(other.Errors), StringComparison.Ordinal);

        var made = await ada.Post($"{Department}/change?handler=make", [.. typed, ("Form.Why", "The ground floor is under water")]);

        made.MustBe(HttpStatusCode.OK);
        Assert.Equal(before + 1, await Versions());
        var version = await (await hub.As("tom")).Open($"{Department}/versions/{before + 1}");
        Assert.Contains("The ground floor is under water", version.Text, StringComparison.Ordinal);
        Assert.Contains("2 May 2007 closure (Flood)", version.Text, StringComparison.Ordinal);
        await AnEarlierVersionCountsAsItDid(before);
    }

    private async Task AnEarlierVersionCountsAsItDid(int earlier) => await hub.In(async (services, db) =>
    {
        var (shelf, id) = (services.GetRequiredService<CalendarShelf>(), await db.Calendars.Where(calendar => calendar.Slug == "department").Select(calendar => calendar.Id).SingleAsync(TestContext.Current.CancellationToken));

        Assert.True((await shelf.GetAsync(db, id, earlier, TestContext.Current.CancellationToken)).IsWorkingDay(new DateOnly(2007, 5, 2)));
        Assert.False((await shelf.GetAsync(db, id, TestContext.Current.CancellationToken)).Calendar.IsWorkingDay(new DateOnly(2007, 5, 2)));
        return 0;
    });

    [Fact]
    public async Task A_holiday_proclaimed_late_waits_with_its_effect_until_it_is_taken_in()
    {
        var ada = await hub.As("admin");
        var before = await Versions();

        var waiting = await Upload(ada, "bank-holidays.json", Proclaimed);

        waiting.MustBe(HttpStatusCode.OK);
        Assert.Contains("New: Thursday 3 May 2007, A proclaimed day", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("Not in this list any more: Monday 7 May 2007", waiting.Text, StringComparison.Ordinal);
        Assert.Matches("open tickets? gets? another due time|none of [0-9,]+ open", waiting.Text);
        Assert.Equal(before, await Versions());
        var again = await Upload(ada, "again.json", Proclaimed);
        again.MustBe(HttpStatusCode.UnprocessableEntity);

        var taken = await ada.Post(waiting.Url + "?handler=take", ("Strike", "england-and-wales/2007-05-07"), ("Strike", "england-and-wales/2006-01-02"));

        taken.MustBe(HttpStatusCode.OK);
        Assert.Equal(before + 1, await Versions());
        var version = await ada.Open($"{Department}/versions/{before + 1}");
        Assert.Contains("3 May 2007 bank holiday (A proclaimed day)", version.Text, StringComparison.Ordinal);
        Assert.Contains("no longer 7 May 2007 bank holiday", version.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 January 2006", version.Text, StringComparison.Ordinal);
        Assert.Contains("Taken in on 1 May 2007", (await (await hub.As("tom")).Open("/service-levels/calendars/bank-holidays")).Text, StringComparison.Ordinal);
        (await ada.Post(waiting.Url + "?handler=aside")).MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("not json", "The bank holidays cannot be read")]
    [InlineData("""{"wales":"x"}""", "the file names no division with events")]
    [InlineData("""{"scotland":{"events":[{"title":"x","date":"31/02/2026"}]}}""", "the date of event 1 is \"31/02/2026\"")]
    [InlineData("", "The file is empty")]
    public async Task A_file_of_another_kind_is_refused(string content, string sentence)
    {
        var refused = await Upload(await hub.As("admin"), "x.json", content);

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private Task<int> Versions() => hub.In((_, db) => db.Calendars.Where(calendar => calendar.Slug == "department").Select(calendar => calendar.Changes).SingleAsync(TestContext.Current.CancellationToken));

    private static async Task<HubPage> Upload(HubClient client, string name, string content)
    {
        using var file = new StringContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var form = new MultipartFormDataContent { { file, "Upload", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/service-levels/calendars/bank-holidays/upload") { Content = form };
        return await client.Send(request);
    }
}
