using System.Text.RegularExpressions;
using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What a reader writes and what the moderator decides.</summary>
internal sealed partial class Talking(HubBrowser browser, string reader)
{
    public async Task CommentByName(string post, string text)
    {
        await browser.SignIn(reader);
        await Begin(post, text, "With my name and title");
        await browser.Tick("I accept the code of conduct");
        await browser.Press("Accept and continue");
        await browser.Press("Send comment");
        await browser.Sees("waits for a moderator");
    }

    /// <summary>Gives the receipt code that is shown once.</summary>
    public async Task<string> CommentAnonymously(string post, string text)
    {
        await Begin(post, text, "Anonymously");
        await Assertions.Expect(browser.Page.GetByLabel("I accept the code of conduct")).ToHaveCountAsync(0);
        await browser.Press("Send comment");
        await browser.Sees("Keep this code");
        return await browser.Page.Locator(".hub-receipt").InnerTextAsync();
    }

    public async Task Approve(string text)
    {
        await browser.SignIn("intranet-editor");
        await browser.Go("/moderation");
        await Assertions.Expect(Waiting(text)).ToHaveCountAsync(1);
        await Waiting(text).GetByRole(AriaRole.Button, new() { NameRegex = ApproveWord() }).ClickAsync();
        await browser.Sees("is shown to readers");
    }

    public async Task Decline(string text, string clause, string why)
    {
        await Assertions.Expect(Waiting(text)).ToContainTextAsync("Anonymous");
        await Waiting(text).GetByRole(AriaRole.Button, new() { NameRegex = DeclineWord() }).ClickAsync();
        await browser.Tick(clause);
        await browser.Fill("Why", why);
        await browser.Press("Decline comment");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Name = "Moderation", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(Waiting(text)).ToHaveCountAsync(0);
    }

    public async Task ReadNotice(string words)
    {
        await browser.SignIn(reader);
        await browser.Go("/notifications");
        await browser.Sees(words);
    }

    public async Task LookUp(string code, string outcome)
    {
        await browser.Go("/comments/receipt");
        await browser.Fill("Your code", code);
        await browser.Press("Show my comment");
        await browser.Sees(outcome);
    }

    private async Task Begin(string post, string text, string shown)
    {
        await browser.Go(post);
        await browser.Fill("Your comment", text);
        await browser.Tick(shown);
        await browser.Press("Continue");
        await browser.Sees("This is how it will look");
    }

    private ILocator Waiting(string text) => browser.Page.Locator(".hub-queue-item", new() { HasText = text });

    [GeneratedRegex("^Approve")]
    private static partial Regex ApproveWord();

    [GeneratedRegex("^Decline")]
    private static partial Regex DeclineWord();
}
