using System.Net;

namespace EngagementHub.Tests.Responses;

public sealed class BoardListTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task Whoever_may_sort_finds_their_boards_from_home_and_everybody_else_is_led_to_the_answers()
    {
        hub.Period("nobody-wrote", 0);
        var done = hub.Period("all-sorted", 1);
        var open = hub.Period("to-sort", 3);
        var priya = await hub.As("priya");
        await BoardPageTests.Sort(await priya.Open($"/responses/{done}"), "Not a question", 1);

        // With a query, the page is made for who asks: the fixture's host has no duty that the hub knows of.
        var home = await priya.Open("/?own");
        var boards = await priya.Open("/responses");

        Assert.Contains("Your theme boards: 3 comments of the newest conversations still to sort", home.Text, StringComparison.Ordinal);
        Assert.NotNull(home.Document.QuerySelector("main a[href='/responses']"));
        boards.MustBe(HttpStatusCode.OK);
        Assert.Equal([$"/responses/{open}", $"/responses/{done}"], boards.Document.QuerySelectorAll("main li > a").Take(2).Select(a => a.GetAttribute("href")));
        Assert.Contains("Period to-sort ◆ 3 to sort", boards.Text, StringComparison.Ordinal);
        Assert.Contains("Period all-sorted ● All sorted", boards.Text, StringComparison.Ordinal);
        var tom = await hub.As("tom");
        Assert.Equal("/answers", (await tom.Open("/responses")).Url);
        Assert.DoesNotContain("theme boards", (await tom.Open("/?own")).Text, StringComparison.Ordinal);
        Assert.Equal("/responses", (await priya.Open("/responses?p=9")).Url);
    }

    [Fact]
    public async Task Older_boards_follow_on_a_page_of_their_own()
    {
        for (var i = 0; i < 21; i++)
        {
            hub.Period($"many-{i}", 1);
        }

        var priya = await hub.As("priya");
        var first = await priya.Open("/responses");
        var second = await priya.Open(first.Document.QuerySelector("a[href='/responses?p=2']")!.GetAttribute("href")!);

        Assert.Equal(20, first.Document.QuerySelectorAll("main li").Length);
        Assert.Contains("Period many-0 ", second.Text, StringComparison.Ordinal);
        Assert.NotNull(second.Document.QuerySelector("a[href='/responses?p=1']"));
    }
}
