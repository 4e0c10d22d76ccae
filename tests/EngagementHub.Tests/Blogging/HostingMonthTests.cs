using System.Net;
using EngagementHub.Blogging.Hosting;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Blogging;

public sealed class HostingMonthTests : IAsyncLifetime
{
    private readonly BloggingHub _hub = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public void Every_day_has_one_who_holds_the_pen_and_gaps_are_the_owners()
    {
        var month = Month(new(2007, 4, 1));

        Assert.Equal(30, month.Days.Count);
        Assert.Equal([("1 to 17 April 2007", false), ("18 to 27 April 2007", true), ("28 to 30 April 2007", false)], month.Stretches(new(2007, 4, 24)).Select(s => (s.Days, s.Guest is not null)));
        Assert.True(month.Stretches(new(2007, 4, 24))[1].HasToday);
    }

    [Theory]
    [InlineData(2007, 4, 6, 6)] // Begins on a Sunday.
    [InlineData(2007, 10, 5, 0)] // Begins on a Monday.
    [InlineData(2010, 2, 4, 0)] // Four whole weeks.
    public void Weeks_run_from_Monday_to_Sunday(int year, int number, int weeks, int emptyBefore)
    {
        var month = Month(new(year, number, 1));

        Assert.Equal(weeks, month.Weeks.Count);
        Assert.All(month.Weeks, w => Assert.Equal(7, w.Length));
        Assert.Equal(emptyBefore, month.Weeks[0].TakeWhile(d => d is null).Count());
    }

    [Fact]
    public void Bank_holidays_are_named()
    {
        Assert.Equal(["Good Friday", "Easter Monday"], Month(new(2007, 4, 1)).DaysOff.Select(d => d.DayOff!));
    }

    [Fact]
    public async Task The_page_shows_a_month_with_its_neighbours_and_an_open_invitation_to_the_owner_only()
    {
        await _hub.Host("priya", People.Priya, (24, 4), (27, 4));
        var owner = await _hub.As("office");
        await (await owner.Open($"{BloggingHub.Blog}/hosting/invite")).Submit(BloggingHub.Invitation(People.Tom, (29, 4), (2, 5)));

        var seen = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/hosting/calendar");
        var owned = await owner.Open($"{BloggingHub.Blog}/hosting/calendar/2007/05");

        Assert.Equal("April 2007", seen.Heading.Split('\n')[^1].Trim());
        Assert.Contains("24 to 27 April 2007 (today is one of them): Priya Patel", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 to 23 April 2007: no guest, so the pen is with Olu Office", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom Taylor", seen.Text, StringComparison.Ordinal);
        Assert.Contains("29 April to 2 May 2007: Tom Taylor is invited and has not answered", owned.Text, StringComparison.Ordinal);
        Assert.Contains("Monday 7 May 2007", owned.Text, StringComparison.Ordinal);
        Assert.Equal("/blogs/leaders/hosting/calendar/2007/03", seen.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal(4, seen.Document.QuerySelectorAll(".hub-month__guest").Length);
        Assert.Equal("24", seen.Document.QuerySelector("td[aria-current=date] time")!.TextContent);
    }

    [Theory]
    [InlineData("2007/13")]
    [InlineData("2007/0")]
    [InlineData("2007")]
    [InlineData("99999/1")]
    public async Task A_month_that_does_not_exist_is_not_there(string month)
    {
        (await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/hosting/calendar/{month}")).MustBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("1990/1", "rel=next")]
    [InlineData("9998/12", "rel=prev")]
    public async Task The_first_and_the_last_month_lead_one_way_only(string month, string only)
    {
        var page = await (await _hub.As("sam")).Open($"{BloggingHub.Blog}/hosting/calendar/{month}");

        page.MustBe(HttpStatusCode.OK);
        Assert.Single(page.Document.QuerySelectorAll("a[rel=prev], a[rel=next]"));
        Assert.NotNull(page.Document.QuerySelector($"a[{only}]"));
    }

    private static HostingMonth Month(DateOnly first)
    {
        var blog = Sample.Blog();
        return HostingMonth.Of(blog, first, [Sample.Agreed(blog)], UsualOffice.In("Europe/London"), new Dictionary<StaffId, EngagementHub.Core.Ports.StaffCard>());
    }
}
