using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>A real ticket log goes in, a promise is defined on it, and its figures lead to the tickets behind them.</summary>
public sealed class ServiceLevelJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private static readonly string Log = Path.Combine(HostProcess.Root, "tests", "EngagementHub.Tests", "ServiceLevels", "data", "servicenow-incident-events.csv");

    [Fact]
    public async Task A_log_taken_in_twice_counts_once_and_its_service_level_leads_to_the_tickets()
    {
        hub.Clock.Now = new DateTimeOffset(2017, 1, 9, 10, 0, 0, TimeSpan.Zero);
        await using var browser = await hub.Open();
        await browser.SignIn("administrator");

        await TakeIn(browser, "4,085 rows read = 4,085 accepted + 0 rejected + 0 duplicates");
        await TakeIn(browser, "4,085 rows read = 0 accepted + 0 rejected + 4,085 duplicates");
        await browser.Sees("Nothing was changed");

        await browser.SignIn("it-service-manager");
        await Define(browser);
        await browser.Sees("Promised: 90% within 2 working days from 1 January 2016. Only Category 45 is counted.");
        await browser.Sees("In all, of 133 tickets judged");
        await browser.Sees("Open and already late");
        await browser.Sees("Oldest still open");
        await Assertions.Expect(browser.Page.Locator("figure.hub-chart svg").First).ToBeVisibleAsync();
        await browser.MustBeAccessible();
        await browser.Picture("service-with-figures");
        await ItsTableStandsWithoutScript(browser.Page.Url);

        await TheNumberLeadsToItsTickets(browser);
    }

    private static async Task TakeIn(HubBrowser browser, string report)
    {
        await browser.Go("/service-levels/import");
        await browser.Choose("How the file is read", "ServiceNow incident log");
        await browser.Page.GetByLabel("The file", new() { Exact = true }).SetInputFilesAsync(Log);
        await browser.Press("Show the first rows");
        await browser.Sees("The first rows as they are understood");
        await browser.Press($"Take in {Path.GetFileName(Log)}");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(report, new() { Timeout = 60_000 });
    }

    private static async Task Define(HubBrowser browser)
    {
        await browser.Go("/service-levels/it-incidents");
        await browser.Follow("Define a service level for this service");
        await browser.Fill("Name of the service level", "Category 45 resolved");
        await browser.Tick("Share done within so many working days");
        await browser.Fill("Within how many working days or hours", "2");
        await browser.Fill("Target", "90");
        await browser.FillDay("From which day is it promised?", new DateOnly(2016, 1, 1));
        await browser.Fill("Only tickets of this category (optional)", "Category 45");
        await browser.Press("Define the service level");
    }

    private static async Task TheNumberLeadsToItsTickets(HubBrowser browser)
    {
        var late = browser.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(@"^\d+ late: ") }).First;
        var number = (await late.InnerTextAsync()).Split(' ')[0];
        await late.ClickAsync();
        await browser.Sees($"{number} tickets, as of");
        await Assertions.Expect(browser.Page.Locator("tbody tr")).ToHaveCountAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        await browser.Sees("Category 45");
    }

    private async Task ItsTableStandsWithoutScript(string service)
    {
        await using var plain = await hub.Open(script: false);
        await plain.SignIn("staff-member");
        await plain.Go(service);
        await Assertions.Expect(plain.Page.GetByRole(AriaRole.Table, new() { Name = "Category 45 resolved by month" })).ToBeVisibleAsync();
        await Assertions.Expect(plain.Page.Locator("figure.hub-chart svg")).ToHaveCountAsync(0);
    }
}
