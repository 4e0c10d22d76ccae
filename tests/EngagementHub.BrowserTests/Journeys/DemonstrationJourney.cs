using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>A newcomer moves the day to see a guest in charge.</summary>
public sealed class DemonstrationJourney(DemonstrationHub hub) : IClassFixture<DemonstrationHub>
{
    [Fact]
    public async Task A_newcomer_moves_the_clock_into_a_hosting_period_and_every_page_says_so()
    {
        await using var browser = await hub.Open();
        await browser.SignInByHand("staff-member");
        await browser.Go("/demonstration/clock");
        await browser.MustBeAccessibleAtBothWidths("demonstration-clock");

        await browser.FillDay("Which day should it be?", new DateOnly(2007, 4, 24));
        await browser.Press("Move the clock");
        await browser.Sees("10am on Tuesday 24 April 2007");

        await browser.Go("/");
        await browser.Sees("Head of HR");
        await browser.SeesAnywhere("The demonstration's clock has been moved");
        await browser.MustBeAccessibleAtBothWidths("home-with-moved-clock");
    }
}
