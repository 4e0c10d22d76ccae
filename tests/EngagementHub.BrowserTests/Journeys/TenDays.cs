using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What a host does with sixty comments in ten days. Every act that changes a count is followed by a look at the sum.</summary>
internal sealed class TenDays(HubBrowser browser, EmptyDesks hub, string host)
{
    private static readonly string[] Writers = ["staff-member", "chief-executive-agency", "head-of-it", "hr-service-manager"];
    private readonly List<HubClient> _writers = [];
    private TenDaysTally _days = new();
    private string _period = "";
    private string _write = "";
    private string _hidden = "";
    private int _sent;
    private string _signedIn = "";

    public async Task Begin(string period, TenDaysTally days, params IReadOnlyList<string> responders)
    {
        (_period, _days) = (period, days);
        await SignIn(host);
        await browser.Go($"{period}/co-responders");
        foreach (var responder in responders)
        {
            await browser.Page.GetByLabel("Colleague").SelectOptionAsync(await browser.Page.Locator("option", new() { HasText = responder }).First.GetAttributeAsync("value") ?? "");
            await browser.Press("Add");
            await Assertions.Expect(browser.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove {responder}" })).ToBeVisibleAsync();
        }
    }

    /// <summary>Those who will write open the post and accept the code of conduct.</summary>
    public async Task Invite(string post)
    {
        foreach (var name in Writers)
        {
            var writer = await hub.As(name);
            await writer.Post("/code-of-conduct/accept", ("Accept", "true"));
            _writers.Add(writer);
        }

        var page = await _writers[0].Open(new Uri(post).AbsolutePath);
        _write = page.Document.QuerySelector("form[action^='/comments/write']")!.GetAttribute("action")!.Split("&handler")[0];
        _hidden = page.Document.QuerySelector("input[name=Shown]:not([value=named])")!.GetAttribute("value")!;
    }

    /// <summary>Comments arrive, every third without a name, and a moderator shows them to readers.</summary>
    public async Task Receive(params IReadOnlyList<(string About, int Comments)> batch)
    {
        foreach (var text in batch.SelectMany(b => Enumerable.Range(1, b.Comments).Select(n => $"{b.About}: this is what I want to ask, {_days.Received + n}.")))
        {
            await Send(text);
        }

        var comments = batch.Sum(b => b.Comments);
        await SignIn("intranet-editor");
        await browser.Go("/moderation");
        await browser.Page.EvaluateAsync("document.querySelectorAll('[name=Chosen]').forEach(box => box.click())");
        await browser.Press("Approve several");
        await browser.Press($"Approve {comments} comments");
        await browser.Sees($"{comments} comments approved");
        _days.Receive(comments);
        await SumHolds();
    }

    public async Task Decline(string text)
    {
        await Send(text);
        await SignIn("intranet-editor");
        await browser.Go("/moderation");
        await new Talking(browser, Writers[0]).Decline(text, "Argue with the idea, not the person", "It belittles a colleague");
        _days.Receive(1, declined: 1);
        await SumHolds();
    }

    public async Task Name(string theme)
    {
        await browser.Fill("A new theme", theme);
        await browser.Press("Make the theme");
        await browser.Sees($"The theme \"{theme}\" is there for sorting");
        _days.Name(theme);
    }

    public async Task Sort(string about, int comments, string place)
    {
        await GoToBoard();
        var those = browser.Page.Locator(".hub-queue-item", new() { HasText = about });
        await Assertions.Expect(those).ToHaveCountAsync(comments);
        foreach (var box in await those.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }

        await browser.Choose("Move the chosen comments to", place);
        await browser.Press("Move");
        await browser.Sees($"{comments} comments sorted");
        _days.Move(comments, place);
        await browser.Sees(_days.Sum);
    }

    public async Task SeesSincePublication(int comments)
    {
        await GoToBoard();
        await browser.Sees($"{comments} since publication");
    }

    public async Task Ask(string theme, string question, DateOnly due)
    {
        await GoToBoard();
        await browser.Follow($"Ask a question in {theme}");
        await browser.Fill("The question, as it will be answered", question);
        await browser.Page.GetByRole(AriaRole.Group, new() { Name = "The comments behind it" }).GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await browser.Page.GetByLabel("Who answers (optional)").SelectOptionAsync(new SelectOptionValue { Label = "Head of pay and reward, Human resources" });
        await browser.FillDay("Answer needed by (optional)", due);
        await browser.Press("Ask");
        await browser.Sees("The question is there and Head of pay and reward has been told");
    }

    public async Task AskAndAnswer(string theme, string question, string responder, string answer)
    {
        await GoToBoard();
        await browser.Follow($"Ask a question in {theme}");
        await browser.Fill("The question, as it will be answered", question);
        foreach (var behind in await browser.Page.GetByRole(AriaRole.Group, new() { Name = "The comments behind it" }).GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await behind.CheckAsync();
        }

        await browser.Press("Ask");
        var address = await browser.Page.GetByRole(AriaRole.Link, new() { Name = "Answer it" }).GetAttributeAsync("href");
        await SignIn(responder);
        await browser.Go(address!);
        await browser.Page.GetByRole(AriaRole.Radio, new() { Name = "Answered", Exact = true }).CheckAsync();
        await browser.Fill("The answer", answer);
        await browser.Press("Keep the answer");
        await browser.Sees("The answer is kept under your name");
    }

    public async Task Publish(string title, int answers)
    {
        await GoToBoard();
        await browser.Sees("Every comment has its place");
        await browser.Follow("Compose the digest");
        await browser.Fill("Title", title);
        await browser.Fill("Standfirst", "Every comment has its place.");
        await browser.Press("Continue to publish");
        await browser.Press("Publish to everybody");
        await browser.Sees($"The digest is published with {(answers == 1 ? "1 answer" : $"{answers} answers")}");
        await IsPublished(title);
    }

    public async Task RoundUp(params IReadOnlyList<string> said)
    {
        await GoToBoard();
        await browser.MustBeAccessible();
        await browser.Follow("Compose the digest");
        await browser.Press("Draft the round-up");
        await browser.MustBeAccessible();
        await browser.Fill("Title", "The round-up of ten days");
        await browser.Fill("Standfirst", "What you asked, what was answered, and what is left.");
        await browser.Press("Continue to publish");
        await browser.Press("Publish to everybody");
        await IsPublished("The round-up of ten days");
        await browser.MustBeAccessible();
        foreach (var words in said)
        {
            await browser.Sees(words);
        }
    }

    public async Task TakeOverAndDecline(string takenOver, string declined, string why)
    {
        await SignIn("permanent-secretarys-office");
        await browser.Go($"{_period}/handover");
        await browser.Sees("2 items wait for you");
        await browser.Press($"Take it over {takenOver}");
        await browser.Follow($"Decline… {declined}");
        await browser.Fill("You decline it because …", why);
        await browser.Press("Decline");
        await browser.Sees(why);
        await browser.Sees("Everything is decided or settled");
        await browser.MustBeAccessible();
    }

    /// <summary>The board says exactly what was counted by hand.</summary>
    public async Task SumHolds()
    {
        await GoToBoard();
        await browser.Sees(_days.Sum);
    }

    private async Task IsPublished(string title)
    {
        await Assertions.Expect(browser.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true, Level = 1 })).ToBeVisibleAsync();
        await browser.Sees(_days.InWords);
    }

    private async Task Send(string text)
    {
        var shown = _sent++ % 3 == 0 ? _hidden : "named";
        (await _writers[_sent % _writers.Count].Post(_write, ("Text", text), ("Shown", shown))).MustBe(System.Net.HttpStatusCode.OK);
    }

    private async Task SignIn(string person)
    {
        if (_signedIn != person)
        {
            await browser.SignIn(person);
            _signedIn = person;
        }
    }

    private async Task GoToBoard()
    {
        await SignIn(host);
        await browser.Go(_period);
        await browser.Follow("Sort the comments into themes and answer them");
    }
}
