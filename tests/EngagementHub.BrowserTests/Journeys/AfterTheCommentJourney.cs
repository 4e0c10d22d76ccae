using EngagementHub.BrowserTests.Support;
using Microsoft.Playwright;

namespace EngagementHub.BrowserTests.Journeys;

/// <summary>What those who asked see of it, by name and by code: the answer, the promise and its result; and what they do when the answer does not answer them.</summary>
public sealed class AfterTheCommentJourney(BrowserFixture hub) : IClassFixture<BrowserFixture>
{
    private const string Named = "When will starters get a map of the building?";
    private const string First = "Nobody could tell me where the lifts are.";
    private const string Second = "I walked round the annex for an hour.";
    private const string Pledge = "We will print a map for the starter pack.";

    [Fact]
    public async Task A_named_and_an_anonymous_comment_are_followed_to_a_kept_promise_and_a_reopened_question_without_script()
    {
        await using var browser = await hub.Open(script: false);
        var (hosting, talk) = (new Hosting(browser, "head-of-it"), new Talking(browser, "staff-member"));
        var firstDay = DateOnly.FromDateTime(hub.Clock.Now.UtcDateTime).AddDays(14);
        await hosting.Invite("Head of IT, Information services", firstDay, firstDay.AddDays(4));
        await hosting.Accept();
        hub.Clock.Now = new DateTimeOffset(firstDay, new TimeOnly(9, 0), TimeSpan.Zero);
        var post = await hosting.PublishWithTable("Finding your way");
        await talk.CommentByName(post, Named);
        string[] codes = [await talk.CommentAnonymously(post, First), await talk.CommentAnonymously(post, Second)];
        foreach (var text in (string[])[Named, First, Second])
        {
            await talk.Approve(text);
        }

        var answering = new Answering(browser, "head-of-it", hosting.Period);
        await answering.Sort([Named, First, Second], "Finding your way");
        await answering.AskAndAnswer("Finding your way", "Will there be a map?", $"It was on a list. {Pledge}");
        await answering.Promise(Pledge, firstDay.AddDays(3), "The map is in the pack");
        await answering.PublishDigest("About the map", received: 3);
        await answering.Keep(Pledge, "The map is in every starter pack");

        await talk.ReadNotice("A promise about what you asked is kept");
        await browser.Go("/comments/mine");
        await browser.Sees("The map is in every starter pack");
        await SayItDoesNotAnswer(browser, "It is noted that this does not answer it");
        await browser.Go("/comments/mine");
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Take that back" }).First.ClickAsync();
        await browser.Sees("What you said is taken back");
        await browser.Go("/comments/mine");
        await SayItDoesNotAnswer(browser, "It is noted that this does not answer it");
        await ReceiptIsAccessible(codes[0]);
        await talk.LookUp(codes[0], "The map is in every starter pack");
        await SayItDoesNotAnswer(browser, "It is noted that this does not answer it");
        await talk.LookUp(codes[1], "Did you ask something else?");
        await SayItDoesNotAnswer(browser, "Reopened on");

        await answering.BoardSays("Reopened: answer it again");
        await browser.Go("/notifications");
        await browser.Sees("A question is reopened");
    }

    private async Task ReceiptIsAccessible(string code)
    {
        await using var browser = await hub.Open();
        await new Talking(browser, "").LookUp(code, "The map is in every starter pack");
        await browser.MustBeAccessibleAtBothWidths("receipt");
    }

    private static async Task SayItDoesNotAnswer(HubBrowser browser, string then)
    {
        await browser.Page.GetByRole(AriaRole.Button, new() { Name = "This does not answer it" }).First.ClickAsync();
        await browser.Sees(then);
    }
}
