using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What the blog's owner and the guest do with the pen.</summary>
internal sealed class Hosting(HubBrowser browser, string host)
{
    private const string Blog = "/blogs/permanent-secretary";

    /// <summary>The address of the period, once it is accepted.</summary>
    public string Period { get; private set; } = "";

    public async Task Invite(string hostLine, DateOnly firstDay, DateOnly lastDay)
    {
        await browser.SignInByHand("permanent-secretarys-office");
        await browser.Go($"{Blog}/hosting");
        await browser.Press("Invite a host");
        await browser.Choose("Guest host", hostLine);
        await browser.FillDay("First day", firstDay);
        await browser.FillDay("Last day", lastDay);
        await browser.Fill("What to write about (optional)", "Tell people how it is to start here.");
        await browser.Press("Send the invitation");
        await browser.Sees("is invited to host from");
    }

    public async Task Accept()
    {
        await browser.SignIn(host);
        await browser.Go("/notifications");
        await browser.Follow("Host Permanent Secretary's blog from");
        await browser.Press("Accept");
        await browser.Sees("You host Permanent Secretary's blog from");
        Period = browser.Page.Url;
        await browser.SignIn("permanent-secretarys-office");
        await browser.Go("/notifications");
        await browser.Sees("will host Permanent Secretary's blog from");
    }

    public async Task<string> PublishWithTable(string title)
    {
        await browser.SignIn(host);
        await browser.Go(Period);
        await browser.Press("Write a post");
        await Write(title, "How long it takes:\n\n| Step | Days |\n|------|-----:|\n| Account | 5 |\n| Desktop | 10 |\n\nAsk me anything.");
        await browser.Press("Save and publish…");
        await browser.Press("Publish");
        await browser.Sees("The post is published");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Cell, new() { Name = "Desktop" })).ToBeVisibleAsync();
        return browser.Page.Url;
    }

    public async Task Draft(string title)
    {
        await browser.Go($"{Blog}/write");
        await Write(title, "I nearly forgot.");
        await browser.Press("Save draft");
        await browser.Sees("The draft is saved");
    }

    public async Task IsRefused(string sentence)
    {
        await browser.SignIn(host);
        await browser.Go($"{Blog}/desk");
        await browser.Follow("Publish One more thing");
        await browser.Press("Publish");
        await browser.Sees("There is a problem");
        await browser.Sees(sentence);
    }

    private async Task Write(string title, string text)
    {
        await browser.Fill("Title", title);
        await browser.Fill("What you want to say", text);
    }
}
