using System.Net;

namespace EngagementHub.Tests.ServiceLevels;

/// <summary>What can be worked out by a calendar and taken away from it.</summary>
public sealed class CalendarCheckPageTests(ServiceLevelsHub hub) : IClassFixture<ServiceLevelsHub>, IAsyncLifetime
{
    private const string Department = "/service-levels/calendars/department";

    public async ValueTask InitializeAsync() => await hub.Tell2007();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_service_owner_checks_an_example_and_sees_it_day_by_day()
    {
        var sid = await hub.As("sid");
        var form = await sid.Open("/service-levels/calendars/check");
        var sample = await form.Submit();
        var wrong = await form.Submit(("Text", form.Document.QuerySelector("textarea")!.TextContent.Replace("120", "121", StringComparison.Ordinal)));
        var broken = await form.Submit(("Text", "{ not json"));

        Assert.Contains("1 passed, 0 failed", sample.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 2 April 2026 09:00-17:00 1 h1 h", sample.Text, StringComparison.Ordinal);
        Assert.Contains("Friday 3 April 2026 a day off nothing", sample.Text, StringComparison.Ordinal);
        Assert.Contains("over the weekend1121 minutes expected, 120 worked out", wrong.Text, StringComparison.Ordinal);
        broken.MustBe(HttpStatusCode.UnprocessableEntity);
        (await (await hub.As("tom")).Open("/service-levels/calendars/check")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_example_can_be_worked_out_by_a_calendar_that_is_kept()
    {
        var form = await (await hub.As("sid")).Open("/service-levels/calendars/check");
        const string halfDay = """{"kind":"between","start":"2007-04-05T08:00:00+01:00","end":"2007-04-05T18:00:00+01:00","hours":4}""";
        var counted = await form.Submit(("Text", halfDay), ("Calendar", "department"));
        var alone = await form.Submit(("Text", halfDay));
        var nothing = await form.Submit(("Text", halfDay), ("Calendar", "nothing"));

        Assert.Contains("1 passed, 0 failed", counted.Text, StringComparison.Ordinal);
        Assert.Contains("Worked out by the calendar Department office hours, version", counted.Text, StringComparison.Ordinal);
        Assert.Contains("Thursday 5 April 2007 09:00-13:00 4 h", counted.Text, StringComparison.Ordinal);
        Assert.Contains("cannot be worked out", alone.Text, StringComparison.Ordinal);
        nothing.MustBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_calendar_is_downloaded_whole_and_day_by_day()
    {
        var tom = await hub.As("tom");
        var year = await tom.Open($"{Department}/2007.csv?version=1");
        var whole = await tom.Open($"{Department}.json?version=1");

        var lines = year.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("date,day,working day,open,what is special", lines[0]);
        Assert.Equal(366, lines.Length);
        Assert.Equal(253, lines.Count(line => line.Contains(",yes,", StringComparison.Ordinal)));
        Assert.Contains("2007-04-05,Thursday,yes,09:00-13:00,\"half day: Maundy Thursday, open 09:00-13:00\"", lines);
        Assert.Contains("2007-04-06,Friday,no,,bank holiday: Good Friday", lines);
        using var json = System.Text.Json.JsonDocument.Parse(whole.Body);
        Assert.Equal("Europe/London", json.RootElement.GetProperty("zone").GetString());
        Assert.Equal("09:00-17:00", json.RootElement.GetProperty("weeks")[0].GetProperty("hours").GetProperty("monday").GetString());
        Assert.Equal("Maundy Thursday", json.RootElement.GetProperty("days")[0].GetProperty("name").GetString());
        Assert.Contains(json.RootElement.GetProperty("holidays").EnumerateArray(), day => day.GetProperty("title").GetString() == "Good Friday");
        foreach (var url in (string[])[$"{Department}/2007.csv?version=99", "/service-levels/calendars/nothing/2007.csv", "/service-levels/calendars/nothing.json", $"{Department}/12.csv"])
        {
            (await tom.Open(url)).MustBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task The_board_and_the_page_that_defines_a_promise_lead_to_the_calendars()
    {
        Assert.NotEmpty((await (await hub.As("tom")).Open("/service-levels")).Document.QuerySelectorAll("main a[href='/service-levels/calendars']"));
        Assert.NotEmpty((await (await hub.As("sid")).Open("/service-levels/define")).Document.QuerySelectorAll("main a[href='/service-levels/calendars']"));
    }
}
