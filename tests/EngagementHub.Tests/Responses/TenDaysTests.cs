using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace EngagementHub.Tests.Responses;

/// <summary>The ten days of April 2007 once more, through the pages: sixty comments, five themes, three digests, a round-up, and what is left handed over. The sum holds at each step.</summary>
public sealed class TenDaysTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly string[] Titles = ["Enhanced bonus", "Performance development review", "Pay policy", "Recruitment and selection", "Quality of the service"];
    private readonly string _board = $"/responses/blogging.period/{StableId.From("priyas-days")}";

    [Fact]
    public async Task Every_comment_is_accounted_for_in_each_digest_and_what_is_left_is_handed_over()
    {
        await ReceiveAsync(1, 40, day: 20);
        On(23);
        var priya = await hub.As("priya");
        foreach (var title in Titles)
        {
            var page = await BoardPageTests.Sort(await priya.Post($"{_board}/themes", ("Title", title)), title, 8);
            Assert.Contains("= 40 ✓", page.Text, StringComparison.Ordinal);
        }

        await AnswerAsync(Titles[0], "Who gets the bonus?", "Grades 6 and 7.");
        await PublishAsync("What you asked, one", "8 (Enhanced bonus) + 8 (Performance development review) + 8 (Pay policy) + 8 (Recruitment and selection) + 8 (Quality of the service) = 40 received ✓");

        await ReceiveAsync(41, 50, day: 23);
        On(24);
        var second = await priya.Open(_board);
        Assert.Contains("10 since publication", second.Text, StringComparison.Ordinal);
        await BoardPageTests.Sort(await BoardPageTests.Sort(second, Titles[0], 4), "Not a question", 6);
        await AnswerAsync(Titles[1], "When is the review?", "In June.");
        await PublishAsync("What you asked, two", "12 (Enhanced bonus) + 8 (Performance development review) + 8 (Pay policy) + 8 (Recruitment and selection) + 8 (Quality of the service) + 6 (Not a question) = 50 received ✓");

        await ReceiveAsync(51, 60, day: 24);
        On(25);
        await BoardPageTests.Sort(await priya.Open(_board), "Outstanding", 10);
        await AnswerAsync(Titles[2], "Why is pay so late?", "It waits for the remit.");
        await AskAsync(Titles[3], "Who sits on the panels?", ("Responder", People.Grace.ToString()), ("Due.Day", "30"), ("Due.Month", "4"), ("Due.Year", "2007"));
        await PublishAsync("What you asked, three", "+ 6 (Not a question) + 10 (Outstanding) = 60 received ✓");

        On(27);
        var draft = await (await priya.Open($"{_board}/digest")).Submit(("!button", "Draft the round-up"), ("Standfirst", "All ten days"));
        Assert.Contains("answered 3 of 4 questions", draft.Document.QuerySelector("#Opening")!.TextContent, StringComparison.Ordinal);
        var roundUp = await draft.PublishDigest(("Title", "The round-up"));
        roundUp.MustBe(HttpStatusCode.OK);
        Assert.Contains("Who sits on the panels? (Grace Green, by 30 April 2007)", roundUp.Text, StringComparison.Ordinal);
        Assert.Contains("= 60 received ✓", roundUp.Text, StringComparison.Ordinal);

        On(28);
        await hub.RunJob("blogging.handovers");
        var handover = await (await hub.As("office")).Open($"/blogs/leaders/hosting/{StableId.From("priyas-days")}/handover");
        Assert.Contains("Who sits on the panels?", handover.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Who gets the bonus?", handover.Text, StringComparison.Ordinal);
    }

    private void On(int day) => hub.Clock.Now = new DateTimeOffset(2007, 4, day, 9, 0, 0, TimeSpan.Zero);

    private async Task ReceiveAsync(int first, int last, int day)
    {
        var story = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Responses", "story.recipe.json"), TestContext.Current.CancellationToken))!;
        var steps = story["steps"]!.AsArray();
        while (steps.Count > 5)
        {
            steps.RemoveAt(5);
        }

        steps[4]!["Discussions"]![0]!["Comments"] = new JsonArray([.. Enumerable.Range(first, last - first + 1).Select(n => (JsonNode)new JsonObject
        {
            ["Id"] = $"ten-{n}",
            ["Author"] = n % 2 == 0 ? "tom" : "sam",
            ["Text"] = string.Create(CultureInfo.InvariantCulture, $"Question {n} of the ten days."),
            ["Written"] = $"2007-04-{day}T09:00:00Z",
            ["Decision"] = "published",
            ["DecidedAt"] = $"2007-04-{day}T10:00:00Z",
        })]);
        var (exitCode, errors) = await hub.ApplyRecipe(story.ToJsonString());
        Assert.True(exitCode == 0, errors);
    }

    private async Task<string> AskAsync(string theme, string wording, params (string, string)[] more)
    {
        var priya = await hub.As("priya");
        var ask = (await priya.Open(_board)).Document.QuerySelectorAll("a[href$='/ask']").Single(a => a.TextContent.Contains(theme, StringComparison.Ordinal)).GetAttribute("href")!;
        var asked = await (await priya.Open(ask)).Submit([("Wording", wording), .. more]);
        return asked.Document.QuerySelectorAll("a[href*='/questions/']").First(a => a.TextContent.Trim() == wording).GetAttribute("href")!;
    }

    private async Task AnswerAsync(string theme, string wording, string answer) =>
        await (await (await hub.As("grace")).Open(await AskAsync(theme, wording))).Submit(("State", "Answered"), ("Text", answer));

    private async Task PublishAsync(string title, string sum)
    {
        var post = await (await (await hub.As("priya")).Open($"{_board}/digest")).PublishDigest(("Title", title), ("Standfirst", "Every comment has its place"));
        post.MustBe(HttpStatusCode.OK);
        Assert.Equal(title, post.Heading);
        Assert.Contains(sum, post.Text, StringComparison.Ordinal);
    }
}
