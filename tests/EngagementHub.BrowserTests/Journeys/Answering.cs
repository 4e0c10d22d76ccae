using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What the host makes of the comments: themes, questions, answers, promises, a digest.</summary>
internal sealed class Answering(HubBrowser browser, string host, string period)
{
    public Task Sort(string comment, string theme) => Sort([comment], theme);

    public async Task Sort(IReadOnlyList<string> comments, string theme)
    {
        await browser.SignIn(host);
        await GoToBoard();
        await browser.Fill("A new theme", theme);
        await browser.Press("Make the theme");
        await browser.Sees($"The theme \"{theme}\" is there for sorting");
        foreach (var comment in comments)
        {
            await browser.Page.Locator(".hub-queue-item", new() { HasText = comment }).GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await browser.Choose("Move the chosen comments to", theme);
        await browser.Press("Move");
        await browser.Sees($"{(comments.Count == 1 ? "1 comment" : $"{comments.Count} comments")} sorted");
        await browser.Sees("Every comment has its place");
    }

    public async Task AskAndAnswer(string theme, string question, string answer)
    {
        await browser.Follow($"Ask a question in {theme}");
        await browser.Fill("The question, as it will be answered", question);
        foreach (var behind in await browser.Page.GetByRole(AriaRole.Group, new() { Name = "The comments behind it" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await behind.CheckAsync();
        }

        await browser.Press("Ask");
        await browser.Follow("Answer it");
        await browser.Page.GetByRole(AriaRole.Radio, new() { Name = "Answered", Exact = true }).CheckAsync();
        await browser.Fill("The answer", answer);
        await browser.Press("Keep the answer");
        await browser.Sees("The answer is kept under your name");
    }

    public async Task Promise(string sentence, DateOnly due, string evidence)
    {
        await browser.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = sentence }).GetByRole(AriaRole.Link, new() { Name = "Mark as a promise" }).ClickAsync();
        await browser.FillDay("By when", due);
        await browser.Fill("What would show it kept", evidence);
        await browser.Press("Mark the promise");
        await browser.Sees("The promise is marked");
    }

    public async Task PublishDigest(string title, int received)
    {
        await GoToBoard();
        await browser.Follow("Compose the digest");
        await browser.Fill("Title", title);
        await browser.Fill("Standfirst", "Every comment has its place.");
        await browser.Press("Continue to publish");
        await browser.Press("Publish to everybody");
        await browser.Sees("The digest is published with 1 answer");
        await browser.Sees($"= {received} received ✓");
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 1 })).ToBeVisibleAsync();
    }

    public async Task PromiseIsInView(string sentence)
    {
        await browser.Go("/promises");
        await browser.Sees(sentence);
        await browser.Go("/");
        await browser.Sees(sentence);
    }

    public async Task Keep(string sentence, string how)
    {
        await browser.SignIn(host);
        await browser.Go("/promises");
        await browser.Follow(sentence);
        await browser.Press("It is kept");
        await browser.Fill("What was done", how);
        await browser.Press("It is kept");
        await browser.Sees("The promise is marked as kept");
    }

    public async Task BoardSays(string words)
    {
        await browser.SignIn(host);
        await GoToBoard();
        await browser.Sees(words);
    }

    private async Task GoToBoard()
    {
        await browser.Go(period);
        await browser.Follow("Sort the comments into themes and answer them");
    }
}
