using System.Net;
using EngagementHub.Plans;
using EngagementHub.Plans.Benefits;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Plans;

public sealed class BenefitPagesTests(PlansHub hub) : IClassFixture<PlansHub>
{
    [Fact]
    public async Task The_figures_of_the_agreement_of_2007_stand_on_the_programme_s_page()
    {
        var page = await Begun("vfm");

        Assert.Contains("3% a year of a baseline of £15,246m (2007-08), compounded for 3 years", page.Text, StringComparison.Ordinal);
        Assert.Contains("£1,414m a year by 2010-11", page.Text, StringComparison.Ordinal);
        Assert.Contains("Without compounding it would be £1,372m; a cut of what is left each year would be £1,331m", page.Text, StringComparison.Ordinal);
        Assert.Contains("2010-11 £1,131m £283m £1,414m", page.Text, StringComparison.Ordinal);
        Assert.Contains("Figures are rounded, so the parts may not add up exactly", page.Text, StringComparison.Ordinal);
        Assert.Contains("Inflation is left out of this sum", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_that_do_not_add_up_and_a_year_without_a_deflator_are_refused_by_name()
    {
        var page = await (await hub.As("office")).Open("/benefits/begin");

        var parts = await page.Submit([.. Fields("refused"), ("Parts", "Police: 80\nDepartment: 15")]);
        var year = await parts.Submit(("Parts", "Police: 80\nDepartment: 20"), ("PriceYear", "2016-17"));

        parts.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["The parts make 95%. Together they make 100%, each above zero"], parts.Errors);
        Assert.Contains("There is no deflator for 2016-17", year.Errors[0], StringComparison.Ordinal);
        (await (await hub.As("tom")).Open("/benefits/begin")).MustBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_benefit_is_registered_as_a_forecast_and_counts_when_somebody_else_has_verified_it()
    {
        var measure = await Measured("for-cash");
        var programme = await Begun("cash");
        var form = await (await hub.As("office")).Open($"{programme.Url}/register");
        var refused = await form.Submit([.. Benefit("Cheaper paper", measure, 60), ("Typing.Profile", "2008-09: gain -2")]);
        var registered = await refused.Submit(("Typing.Profile", "2008-09: gain 2"));
        var twice = await form.Submit([.. Benefit("Cheaper pens", measure, 50), ("Typing.Profile", "2008-09: gain 2")]);

        Assert.Contains("2008-09 has a number below zero", refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal("Cheaper paper", registered.Heading);
        Assert.Contains("At most 40% is left", twice.Errors[0], StringComparison.Ordinal);
        (await (await hub.As("tom")).Open($"{registered.Url}/verify")).MustBe(HttpStatusCode.Forbidden);
        var early = await (await (await hub.As("admin")).Open($"{registered.Url}/verify")).Submit(("Year", "2008-09"), ("Amount", "0.078"), ("Evidence", "The accounts"));
        Assert.Equal(["2008-09 ends on Tuesday 31 March 2009. What it gained is verified when it is over"], early.Errors);
        var now = hub.Clock.Now;
        hub.Clock.Now = new DateTimeOffset(2009, 10, 2, 9, 0, 0, TimeSpan.Zero);
        var verified = await (await (await hub.As("admin")).Open($"{registered.Url}/verify")).Submit(("Year", "2008-09"), ("Amount", "0.078"), ("Evidence", "The accounts"));

        hub.Clock.Now = now;
        Assert.Contains("2008-09 £78,000 £2m", verified.Text, StringComparison.Ordinal);
        var csv = (await (await hub.As("")).Open("/benefits.csv")).Body;
        Assert.Contains("Cheaper paper", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Cheaper paper", (await (await hub.As("")).Open("/benefits.csv?programme=another")).Body, StringComparison.Ordinal);
        Assert.NotNull(verified.Document.QuerySelector("td[data-label='Gain before risk']"));
    }

    [Fact]
    public async Task A_quarter_is_told_to_the_board_when_it_is_over()
    {
        var programme = await Begun("told");
        var refused = await (await (await hub.As("office")).Open($"{programme.Url}/tell")).Submit(("Year", "2007-08"), ("Quarter", "1"), ("Performance", "As agreed"), ("Milestones", "All reached"), ("Risks", "None"));
        var told = await refused.Submit(("Year", "2006-07"), ("Quarter", "4"));

        Assert.Equal(["That quarter ends on Saturday 30 June 2007. Report when it is over"], refused.Errors);
        Assert.Contains("January to March 2007", told.Text, StringComparison.Ordinal);
        Assert.Contains("January to March 2007", (await (await hub.As("tom")).Open($"{programme.Url}/report")).Text, StringComparison.Ordinal);
    }

    private async Task<HubPage> Begun(string slug)
    {
        var page = await (await (await hub.As("office")).Open("/benefits/begin")).Submit([.. Fields(slug), ("Parts", "Police: 80\nDepartment: 20")]);
        Assert.Equal($"/benefits/{slug}", page.Url);
        return page;
    }

    private async Task<Guid> Measured(string slug)
    {
        await hub.Adopted(slug);
        var plan = await hub.Stored(slug);
        return await hub.In(async (_, db) =>
        {
            var measure = Drafts.Begun(await db.Plans.FirstAsync(p => p.Id == plan.Id));
            db.PlanMeasures.Add(measure);
            return measure.Id;
        });
    }

    private static (string Name, string Value)[] Fields(string slug) =>
        [("Title", $"Value for money {slug}"), ("Slug", slug), ("Purpose", "3% a year"), ("Owner", $"{People.Olu}"), ("Baseline", "15,246"), ("Percent", "3"), ("FirstYear", "2008-09"), ("Years", "3"), ("HourlyCost", "25")];

    private static (string Name, string Value)[] Benefit(string title, Guid measure, int share) =>
    [
        ("Typing.Title", title), ("Typing.Category", "Procurement"), ("Typing.Class", nameof(BenefitClass.CashReleasing)), ("Typing.Description", "One contract"), ("Typing.Activities", "Let the contract"),
        ("Typing.Officer", $"{People.Grace}"), ("Typing.Measure", $"{measure}"), ("Typing.Share", $"{share}"), ("Typing.TargetImprovement", "A tenth less"),
    ];
}
