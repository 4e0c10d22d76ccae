namespace EngagementHub.Tests.Responses;

/// <summary>A period with several posts, each of which counts its comments from 1.</summary>
public sealed class SeveralPostsTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task On_the_board_each_comment_is_named_with_its_post()
    {
        var board = (await (await hub.As("priya")).Open($"/responses/{TwoPosts("named")}")).Document;

        foreach (var name in (IEnumerable<string?>[])[
            board.QuerySelectorAll(".hub-queue-item").Select(i => i.GetAttribute("aria-label")),
            board.QuerySelectorAll(".hub-queue-item label").Select(l => l.TextContent),
            board.QuerySelectorAll(".hub-queue-item a").Select(a => a.TextContent)])
        {
            Assert.Equal(name.Distinct().Count(), name.Count());
        }
    }

    [Fact]
    public async Task A_comment_that_readers_see_is_opened_in_its_place_at_once_so_that_the_way_back_is_offered_there()
    {
        var board = (await (await hub.As("priya")).Open($"/responses/{TwoPosts("placed")}")).Document;

        Assert.All(board.QuerySelectorAll("a[data-hub-from]"), a => Assert.Equal("/blog/post#comment-1", a.GetAttribute("href")));
    }

    private SubjectRef TwoPosts(string key)
    {
        var (first, second) = (new SubjectRef("blogging.post", StableId.From($"{key}-post")), new SubjectRef("blogging.post", StableId.From($"{key}-second")));
        var period = hub.Period(key, 1);
        var scope = hub.Blog.Scopes.Find(s => s.Subject == period)!;
        hub.Blog.Scopes[hub.Blog.Scopes.IndexOf(scope)] = scope with { Discussions = [first, second] };
        hub.Blog.Titles[second] = "Another post of hers";
        hub.Talk.Receive($"{key}-second", second, 1);
        return period;
    }
}
