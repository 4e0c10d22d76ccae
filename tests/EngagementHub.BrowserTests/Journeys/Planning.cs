using System.Globalization;
using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What whoever runs a plan does with it.</summary>
internal static class Planning
{
    public static async Task DraftPlan(this HubBrowser browser, string plan, string title, string area, DateOnly begins)
    {
        await browser.Go("/plans/draft");
        await browser.Tick("Improvement plan");
        await browser.Fill("Title", title);
        await browser.Fill("Address", plan);
        await browser.Fill("What is it for?", "To change what staff ask for");
        await browser.Choose("Whose plan is it?", "Head of HR, Human resources");
        await browser.FillDay("It begins", begins);
        await browser.Fill("Areas for development, or goals", area);
        await browser.Press("Save the draft");
        await browser.Sees("This is a draft");
    }

    public static async Task FillAction(this HubBrowser browser, string area, string title, DateOnly due)
    {
        await browser.Choose("Area", area);
        await browser.Fill("What will be done", title);
        await browser.Fill("What does success look like?", "Anybody can see it");
        await browser.Choose("Who does it", "Head of recruitment and careers, Human resources");
        await browser.FillDay("It is done by", due);
        await browser.Press("Add the action");
    }

    public static async Task LinkMeasure(this HubBrowser browser, string measure)
    {
        await browser.Page.Locator("main a[href$='/link']").ClickAsync();
        await browser.Choose("The measure it should move", measure);
        await browser.Press("Save");
        await browser.Sees(measure);
    }

    public static async Task AdoptPlan(this HubBrowser browser, string plan)
    {
        await browser.Go($"/plans/{plan}/adopt");
        foreach (var months in (int[])[6, 12, 24])
        {
            await browser.Fill(string.Create(CultureInfo.InvariantCulture, $"After {months} months"), "It is better than it was");
        }

        await browser.Press("Adopt the plan");
        await browser.Sees("The plan is adopted");
    }
}
