using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>The owner signs April 2007; a late ticket arrives; the signed figure stays and the page says what has changed since.</summary>
public sealed class SigningJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string April = "/service-levels/new-account/delivered/months/2007-04";
    private const string Late = "ticket,service,category,state,at\nLATE-1,new-account,Account,Received,2007-04-02 10:00\nLATE-1,new-account,Account,Delivered,2007-04-27 10:00\n";

    [Fact]
    public async Task A_month_is_signed_a_late_ticket_arrives_and_the_drift_is_shown()
    {
        hub.Clock.Now = new DateTimeOffset(2007, 5, 2, 9, 0, 0, TimeSpan.Zero);
        await using var browser = await hub.Open();
        await browser.SignIn("it-service-manager");
        await browser.Go("/service-levels/console");
        await browser.Page.Locator($"a[href='{April}/sign']").ClickAsync();
        await browser.MustBeAccessible();
        await browser.Fill("What do you say to this figure?", "The first month of the new promise, and it was kept.");
        await browser.Press("Sign April 2007");
        await browser.Sees("Nothing that has arrived since differs from what was signed.");
        await browser.Sees("95.9% of 173 tickets");

        await TakeIn(browser);

        await browser.SignIn("staff-member");
        await browser.Go(April);
        await browser.Sees("95.9% of 173 tickets");
        await browser.Sees("1 ticket stands otherwise than when the month was signed; 1 of them counts otherwise.");
        await browser.Sees("Arrived after signing");
        await browser.MustBeAccessibleAtBothWidths("signed-month-with-drift");
        await browser.SignIn("it-service-manager");
        await browser.Go(April);
        await browser.Sees("LATE-1");
        await browser.Sees("Done late, due");
    }

    private static async Task TakeIn(HubBrowser browser)
    {
        await browser.SignIn("administrator");
        await browser.Go("/service-levels/import");
        await browser.Choose("How the file is read", "Service desk log, 2007");
        await browser.Page.GetByLabel("The file", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "late.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Late) });
        await browser.Press("Show the first rows");
        await browser.Press("Take in late.csv");
        await browser.Sees("2 rows read = 2 accepted");
    }
}
