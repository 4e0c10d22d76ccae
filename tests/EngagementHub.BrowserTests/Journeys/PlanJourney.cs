using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>From what staff asked to what changed: a theme, the action it led to, the measure that should move, and the measure moved.</summary>
public sealed class PlanJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private static readonly DateOnly Today = new(2007, 4, 24);
    private static readonly string Theme = $"/responses/themes/{StableId.From("responses.theme/hr-recruitment")}";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_theme_leads_to_an_action_and_the_action_moves_a_measure(bool script)
    {
        hub.Clock.Now = new DateTimeOffset(Today, new TimeOnly(9, 0), TimeSpan.Zero);
        var plan = $"recruitment-{script.ToString().ToLowerInvariant()}";
        await using var browser = await hub.Open(script);
        await browser.SignIn("permanent-secretarys-office");
        await browser.DraftPlan(plan, $"Recruitment {plan}", "Recruitment", Today);
        await Measure(browser, plan);
        await Act(browser, plan);
        await browser.AdoptPlan(plan);

        await browser.Go(Theme);
        await browser.Follow("Begin or name an action");
        await browser.Choose("The action it led to", $"Recruitment {plan}: {Titled(plan)}");
        await browser.Press("Save");
        await browser.Sees(Titled(plan));

        await Read(browser, plan);
        await browser.Go(Theme);
        await browser.Follow(Titled(plan));
        await browser.Sees("Recruitment and selection");
        await browser.Sees("measure is where it should be");
        if (script)
        {
            // The checks themselves need script.
            await browser.MustBeAccessibleAtBothWidths($"plan-journey-{plan}");
        }
    }

    // One page holds both plans' actions, so each has a title of its own.
    private static string Titled(string plan) => $"Put a date on every advertisement of {plan}";

    private static async Task Measure(HubBrowser browser, string plan)
    {
        await browser.Go($"/plans/{plan}/measures/add");
        await browser.Fill("What is measured", "Weeks to fill a post");
        await browser.Fill("Unit", "weeks");
        await browser.Choose("Who answers for the number", "Permanent Secretary's office, Private office");
        await browser.Fill("Target", "10");
        await browser.FillDay("The target is reached by", new(2007, 7, 24));
        await browser.Fill("What would count as failure?", "No fewer than now");
        await browser.Press("Add the measure");
        await browser.Press("Take the baseline");
        await browser.Fill("Baseline (weeks)", "19");
        await browser.FillDay("The day it was taken", Today);
        await browser.Fill("How was it taken?", "The middle of 84 posts");
        await browser.Fill("Where does it stand?", "HR bulletin 1");
        await browser.Press("Freeze the baseline");
        await browser.Sees("It does not change any more");
    }

    private static async Task Act(HubBrowser browser, string plan)
    {
        await browser.Go($"/plans/{plan}/actions/add");
        await browser.FillAction("Recruitment", Titled(plan), new(2007, 6, 1));
        await browser.LinkMeasure("Weeks to fill a post");
    }

    private async Task Read(HubBrowser browser, string plan)
    {
        hub.Clock.Now = new DateTimeOffset(Today.AddMonths(1), new TimeOnly(9, 0), TimeSpan.Zero);
        await browser.SignIn("permanent-secretarys-office");
        await browser.Go(Theme);
        await browser.Follow(Titled(plan));
        await browser.Follow("Weeks to fill a post");
        await browser.Press("Enter a reading");
        await browser.Fill("What was read (weeks)", "15");
        await browser.FillDay("The day it was read", Today.AddMonths(1));
        await browser.Fill("Where can anybody check it?", "HR bulletin 3");
        await browser.Press("Enter the reading");
        await browser.Sees("measure is where it should be");
    }
}
