using System.Net;
using EngagementHub.Conversation;

namespace EngagementHub.Tests.Responses;

public sealed class SuggestionPageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    private static readonly string[] Said =
    [
        "The enhanced bonus for grade seven is unfair", "Who gets the enhanced bonus?", "An enhanced bonus, again, and none for us", "The bonus was not enhanced for clerks",
        "Payslips arrive late every month", "My payslips are wrong", "Late payslips, late everything", "Payslips in the post come late",
    ];

    [Fact]
    public async Task A_host_reads_a_suggestion_takes_one_comment_out_and_makes_a_theme_of_the_rest()
    {
        var board = Board("suggested");
        var priya = await hub.As("priya");
        var list = await priya.Open($"{board}/suggestions?groups=2");
        var group = await priya.Open(list.Document.QuerySelectorAll(".hub-queue-item h2 a").Single(a => a.TextContent.Contains("onus", StringComparison.Ordinal)).GetAttribute("href")!);

        var after = await group.Submit([("Title", "Enhanced bonus"), .. Ticked(group).Skip(1).Select(v => ("Comments", v))]);

        Assert.Contains("3 comments sorted", after.Text, StringComparison.Ordinal);
        Assert.Contains("Enhanced bonus: 3", (await priya.Open(board)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sorted_by_looking()
    {
        var board = Board("looked");
        var priya = await hub.As("priya");

        var list = await priya.Open($"{board}/suggestions?groups=2");

        Assert.Contains("Nothing is sorted until you say so", list.Text, StringComparison.Ordinal);
        Assert.Contains("To sort8", (await priya.Open(board)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_or_a_theme_nothing_is_made_and_what_was_ticked_stays_ticked()
    {
        var board = Board("unnamed");
        var priya = await hub.As("priya");
        var list = await priya.Open($"{board}/suggestions?groups=2");
        var group = await priya.Open(list.Document.QuerySelector(".hub-queue-item h2 a")!.GetAttribute("href")!);

        var refused = await group.Submit(("Title", " "), ("Comments", Ticked(group)[0]));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter what the theme is called", Assert.Single(refused.Errors));
        Assert.Single(refused.Document.QuerySelectorAll("input[name=Comments][checked]"));
    }

    [Fact]
    public async Task A_comment_sorted_meanwhile_leaves_no_empty_theme_behind()
    {
        var board = Board("meanwhile");
        var priya = await hub.As("priya");
        var list = await priya.Open($"{board}/suggestions?groups=2");
        var group = await priya.Open(list.Document.QuerySelector(".hub-queue-item h2 a")!.GetAttribute("href")!);
        await priya.Post(board, ("Comments", Ticked(group)[^1]), ("To", "NotAQuestion"));

        var refused = await group.Submit([("Title", "Too late"), .. Ticked(group).Select(v => ("Comments", v))]);

        Assert.Contains("Somebody else sorted", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Too late", (await priya.Open(board)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("13")]
    [InlineData("many")]
    public async Task A_number_of_groups_that_cannot_be_is_answered_beside_the_field(string groups)
    {
        var page = await (await hub.As("priya")).Open($"{Board($"odd-{groups}")}/suggestions?groups={groups}");

        Assert.NotEmpty(page.Errors);
    }

    [Fact]
    public async Task Only_those_who_may_sort_see_suggestions()
    {
        (await (await hub.As("grace")).Open($"{Board("closed-suggestions")}/suggestions")).MustBe(HttpStatusCode.Forbidden);
    }

    private static List<string> Ticked(Support.HubPage page) => [.. page.Document.QuerySelectorAll("input[name=Comments]").Select(i => i.GetAttribute("value")!)];

    private string Board(string key)
    {
        var period = hub.Period(key, Said.Length);
        for (var n = 0; n < Said.Length; n++)
        {
            var at = hub.Talk.All.FindIndex(c => c.Id == StableId.From($"comment/{key}-c{n + 1}"));
            hub.Talk.All[at] = hub.Talk.All[at] with { Text = Said[n], Standing = CommentStanding.Published };
        }

        return $"/responses/{period}";
    }
}
