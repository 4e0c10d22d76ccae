using System.Net;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class BoardPageTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task Only_those_who_may_sort_see_the_board()
    {
        var board = $"/responses/{hub.Period("closed", 1)}";

        (await (await hub.As("grace")).Open(board)).MustBe(HttpStatusCode.Forbidden);
        (await (await hub.As("priya")).Open(board)).MustBe(HttpStatusCode.OK);
        (await (await hub.As("priya")).Open($"/responses/blogging.period/{Guid.NewGuid()}")).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_host_makes_a_theme_sorts_many_comments_at_once_and_the_sum_holds()
    {
        var board = $"/responses/{hub.Period("many", 5)}";
        var priya = await hub.As("priya");
        var made = await (await priya.Open(board)).Submit("form[action$='/themes']", ("Title", "Pay policy"));

        var sorted = await Sort(made, "Pay policy", 4);

        Assert.Contains("Sum: 4 + 1 = 5 ✓", sorted.Text, StringComparison.Ordinal);
        Assert.Contains("4 of 5 sorted", sorted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_without_a_name_is_refused_beside_the_field()
    {
        var board = $"/responses/{hub.Period("nameless", 1)}";

        var refused = await (await (await hub.As("priya")).Open(board)).Submit("form[action$='/themes']", ("Title", " "));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Enter what the theme is called", Assert.Single(refused.Errors));
    }

    [Fact]
    public async Task One_comment_is_sorted_into_several_themes_or_sent_elsewhere()
    {
        var board = $"/responses/{hub.Period("several", 2)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await priya.Post($"{board}/themes", ("Title", "Posts"));
        var themes = page.Document.QuerySelectorAll("select#To option").Take(3).Skip(1).Select(o => o.GetAttribute("value")!).ToList();

        await (await priya.Open($"{board}/sort/{StableId.From("comment/several-c1")}")).Submit(("Themes", themes[0]), ("Themes", themes[1]));
        var refused = await (await priya.Open($"{board}/sort/{StableId.From("comment/several-c2")}")).Submit(("Place", "Redirected"));
        var sent = await refused.Submit(("Where", "your HR adviser"));

        Assert.Equal("Enter where the person was sent", Assert.Single(refused.Errors));
        Assert.Contains("Posts: 0, and 1 counted under another theme", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Sum: 1 + 1 = 2 ✓", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sorts_a_comment_that_was_sorted_meanwhile_is_told_and_nothing_is_overwritten()
    {
        var board = $"/responses/{hub.Period("twice", 1)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var (first, second) = (await priya.Open(board), await priya.Open(board));
        await Sort(first, "Pay", 1);

        var refused = await Sort(second, "Not a question", 1);

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("You yourself, in another window, sorted this comment", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Pay: 1", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_sorting_leaves_a_line_in_the_audit_trail()
    {
        var period = hub.Period("audited", 1);
        var priya = await hub.As("priya");
        await Sort(await priya.Open($"/responses/{period}"), "Not a question", 1);
        await (await priya.Open($"/responses/{period}/sort/{StableId.From("comment/audited-c1")}")).Submit(("Place", "Outstanding"));

        var on = new SubjectRef("conversation.comment", StableId.From("comment/audited-c1"));
        var trail = await hub.In((_, db) => db.Audit.Where(a => a.On == on).OrderBy(a => a.Id).Select(a => a.Why).ToListAsync());

        Assert.Equal(["from to sort to not a question", "from not a question to outstanding"], trail);
    }

    [Fact]
    public async Task What_a_moderator_takes_down_meanwhile_is_not_sorted()
    {
        var board = $"/responses/{hub.Period("down", 1)}";
        var priya = await hub.As("priya");
        await priya.Post($"{board}/themes", ("Title", "Pay"));
        var page = await priya.Open(board);
        hub.Talk.Now("down", 1, CommentStanding.Declined);

        var refused = await Sort(page, "Pay", 1);

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Declined by a moderator: 1", refused.Text, StringComparison.Ordinal);
    }

    internal static Task<HubPage> Sort(HubPage board, string place, int count)
    {
        var boxes = board.Document.QuerySelectorAll("input[name=Comments]").Take(count).Select(b => ("Comments", b.GetAttribute("value")!));
        var to = board.Document.QuerySelectorAll("select#To option").First(o => o.TextContent.Trim().StartsWith(place, StringComparison.Ordinal)).GetAttribute("value")!;
        return board.Submit("form:has(#Comments)", [.. boxes, ("To", to)]);
    }
}
