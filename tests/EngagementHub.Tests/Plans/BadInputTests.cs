using System.Net;

namespace EngagementHub.Tests.Plans;

/// <summary>What cannot be right is refused on the page where it is typed, with what was typed kept.</summary>
public sealed class BadInputTests(PlansHub hub) : IClassFixture<PlansHub>
{
    [Fact]
    public async Task A_milestone_cannot_be_moved_before_its_plan_begins()
    {
        var (plan, _) = await hub.Adopted("early-milestone");
        var page = await (await hub.As("office")).Open($"{plan}/milestones/6/move");

        var refused = await page.Submit(("Day.Day", "30"), ("Day.Month", "3"), ("Day.Year", "2007"), ("Because", "Sooner"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The plan begins on Monday 2 April 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Sooner", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_baseline_is_not_taken_once_there_is_a_reading()
    {
        var (plan, _) = await hub.Adopted("late-baseline");
        var olu = await hub.As("office");
        var measure = await (await olu.Open($"{plan}/measures/add")).Submit(
            ("Name", "Old queries"), ("Unit", "queries"), ("Owner", $"{People.Olu}"), ("Target", "0"), ("TargetDay.Day", "29"), ("TargetDay.Month", "6"), ("TargetDay.Year", "2007"), ("Failure", "More than 62"));
        var baseline = await olu.Open($"{measure.Url}/baseline");
        (await baseline.Submit(Baseline("62", "30", "3"))).MustBe(HttpStatusCode.OK);
        (await (await olu.Open($"{measure.Url}/enter")).Submit(("Value", "60"), ("Day.Day", "20"), ("Day.Month", "4"), ("Day.Year", "2007"), ("Evidence", "The queue"))).MustBe(HttpStatusCode.OK);

        var refused = await baseline.Submit(Baseline("70", "23", "4"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("The baseline was frozen on Friday 30 March 2007", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("62 queries on Friday 30 March 2007", (await olu.Open(measure.Url)).Row("Baseline"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Percent", "0")]
    [InlineData("Baseline", "0")]
    [InlineData("Years", "0")]
    [InlineData("Percent", "-3")]
    public async Task An_agreement_to_gain_nothing_or_less_is_refused(string field, string value)
    {
        var page = await (await hub.As("office")).Open("/benefits/begin");

        var refused = await page.Submit(
            ("Title", "Nothing"), ("Slug", "nothing"), ("Purpose", "Nothing at all"), ("Owner", $"{People.Olu}"), ("Baseline", field == "Baseline" ? value : "100"),
            ("Percent", field == "Percent" ? value : "3"), ("FirstYear", "2008-09"), ("Years", field == "Years" ? value : "3"), ("HourlyCost", "25"), ("Parts", "All: 100"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Single(refused.Errors);
        Assert.NotNull(refused.Document.QuerySelector($"#{field}.govuk-input--error"));
    }

    private static (string, string)[] Baseline(string value, string day, string month) =>
        [("Value", value), ("Day.Day", day), ("Day.Month", month), ("Day.Year", "2007"), ("Method", "Counted"), ("Source", "The queue")];
}
