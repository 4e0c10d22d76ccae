using System.Globalization;
using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What those who run a pulse check and those who answer it do in their browsers.</summary>
internal static class Pulsing
{
    private const string Office = "permanent-secretarys-office";

    // Twelve: with fewer than ten nothing would be shown.
    private static readonly string[] Asked =
    [
        "staff-member", "head-of-hr", "head-of-pay", "head-of-recruitment", "head-of-it", "chief-executive-agency",
        "intranet-editor", "deputy-editor", "it-service-manager", "hr-service-manager", Office, "administrator",
    ];

    public static async Task AddQuestion(this HubBrowser browser, string key, string question)
    {
        await browser.Go("/surveys/questions/add");
        await browser.Fill("Short name", key);
        await browser.Tick("On five points of agreement");
        await browser.Fill("Heading", "Buildings");
        await browser.Page.GetByLabel("The question").FillAsync(question);
        await browser.Press("Add the question");
        await browser.Sees("The question is ready");
    }

    /// <summary>Drafted, filled with the people it asks, and opened for two days.</summary>
    public static async Task Ask(this HubBrowser browser, string title, string question, DateOnly first)
    {
        await browser.Go("/surveys");
        await browser.Follow("Prepare a pulse check");
        await browser.Fill("Title", title);
        await browser.Fill("Why you ask", "To know how the rooms are");
        await browser.Fill("What you will do with the answers", "The board says within a week what follows");
        await browser.FillDay("First day", first);
        await browser.FillDay("Last day", first.AddDays(1));
        await browser.Tick(question);
        await browser.Press("Save the draft");
        await browser.Follow("Say who is asked");
        await browser.Fill("Or the list itself", string.Join('\n', Asked));
        await browser.Press("Ask these people");
        await browser.Follow("Open it");
        await browser.Press("Open the pulse check");
        await browser.Sees("The pulse check is open");
    }

    /// <summary>Everybody who is asked answers in the open pulse check that asks them that question.</summary>
    public static async Task Everybody(this HubBrowser browser, string question, int agree)
    {
        var address = browser.Page.Url;
        foreach (var (who, number) in Asked.Select((w, i) => (w, i)))
        {
            await browser.SignIn(who);
            await browser.Go(address);
            await browser.Follow("Answer 1 question");
            await browser.Page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(number < agree ? "Agree" : "Disagree", new() { Exact = true }).CheckAsync();
            await browser.Press("Send my answers");
            await browser.Sees("They are added to the sums of your groups");
        }
    }

    /// <summary>It closes by itself once its last day is over; then the office says what follows, and is on the page of results.</summary>
    public static async Task Publish(this HubBrowser browser, BrowserFixture hub, string title, DateTimeOffset on)
    {
        hub.Clock.Now = on;
        await hub.RunJob("surveys.closing");
        await browser.SignIn(Office);
        await browser.Go("/surveys");
        await browser.Follow(title);
        await browser.Follow("See the results and write what will be done");
        await browser.Fill("You said …, we will …", "You told us how the rooms are. We will do something about it.");
        await browser.Press("Publish this with the results");
        await browser.Sees("You said, and we will");
    }

    public static async Task FromTheRow(this HubBrowser browser, string question, string link) =>
        await browser.Page.GetByRole(AriaRole.Row, new() { Name = question }).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();

    public static async Task MeasureByPulse(this HubBrowser browser, string plan, string question, int before)
    {
        await browser.Go($"/plans/{plan}/measures/add");
        await browser.Fill("What is measured", question);
        await browser.Choose("Where its readings come from", $"{question} (% who agree)");
        await browser.Choose("Who answers for the number", "Permanent Secretary's office, Private office");
        await browser.Fill("Target", "60");
        await browser.FillDay("The target is reached by", new(2007, 9, 24));
        await browser.Fill("What would count as failure?", "No more than now");
        await browser.Press("Add the measure");
        await browser.Press("Take the baseline");
        await browser.Page.GetByLabel("Baseline (").FillAsync(before.ToString(CultureInfo.InvariantCulture));
        await browser.FillDay("The day it was taken", new(2007, 4, 25));
        await browser.Fill("How was it taken?", "The pulse check of April");
        await browser.Fill("Where does it stand?", "Its results");
        await browser.Press("Freeze the baseline");
        await browser.Sees("It does not change any more");
    }
}
