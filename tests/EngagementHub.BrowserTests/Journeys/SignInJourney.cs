using EngagementHub.BrowserTests.Support;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>A moderator of a department signs in with the department's provider, shows again who they are, and signs out of both.</summary>
public sealed class SignInJourney(DepartmentHub hub) : IClassFixture<DepartmentHub>
{
    [Fact]
    public async Task A_moderator_signs_in_shows_again_who_they_are_and_signs_out()
    {
        await using var browser = await hub.Open();
        hub.Machine.Now = DateTimeOffset.UtcNow;
        await browser.Go("/account/sign-in?returnUrl=/account/sessions");
        await ShowWho(browser, "moira");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await browser.Sees("Where you are signed in");
        OursOnly(browser);
        await browser.MustBeAccessibleAtBothWidths("department-sessions");

        await Leave(browser);
        await browser.Page.WaitForURLAsync("**/account/signed-out");
        await browser.Sees("You are signed out");
    }

    [Fact]
    public async Task Long_after_signing_in_a_moderator_is_asked_again_and_lands_on_the_page_they_wanted()
    {
        await using var browser = await hub.Open();
        hub.Machine.Now = DateTimeOffset.UtcNow;
        await browser.Go("/account/sign-in?returnUrl=/account/sessions");
        await ShowWho(browser, "moderator");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await browser.Go("/moderation");
        Assert.EndsWith("/moderation", browser.Page.Url, StringComparison.Ordinal);

        hub.Machine.Now += TimeSpan.FromSeconds(90);
        await browser.Go("/moderation/log");
        hub.Machine.Now = DateTimeOffset.UtcNow;
        await ShowWho(browser, "moderator");

        await browser.Page.WaitForURLAsync("**/moderation/log");
        await browser.Sees("Log of decisions");
    }

    [Fact]
    public async Task Stopping_at_the_provider_is_answered_in_words()
    {
        await using var browser = await hub.Open();
        hub.Machine.Now = DateTimeOffset.UtcNow;
        await browser.Go("/account/sign-in");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();

        await browser.Sees("You stopped signing in");
        OursOnly(browser);
        await browser.MustBeAccessibleAtBothWidths("sign-in-stopped");
    }

    // What the browser has to say of the provider's pages is not ours to mend.
    private void OursOnly(HubBrowser browser) => browser.Complaints.RemoveAll(c => !c.StartsWith(hub.Address, StringComparison.Ordinal));

    private static async Task ShowWho(HubBrowser browser, string name)
    {
        await browser.Page.Locator("input[name=login]").FillAsync(name);
        await browser.Page.Locator("input[name=password]").FillAsync("any");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign-in" }).ClickAsync();
    }

    // The provider asks once more, for the hub keeps nothing by which it would know whom it is to sign out.
    private static async Task Leave(HubBrowser browser)
    {
        await browser.Press("Sign out");
        await browser.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();
    }
}
