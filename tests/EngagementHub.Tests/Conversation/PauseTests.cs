using System.Net;
using EngagementHub.Conversation;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;

namespace EngagementHub.Tests.Conversation;

public sealed class PauseTests(ConversationFixture hub) : IClassFixture<ConversationFixture>
{
    private static readonly DateOnly Today = new(2007, 4, 24);

    [Fact]
    public void A_pause_is_in_force_from_its_first_day_to_its_last()
    {
        var pause = Pause.Set(Today, Today.AddDays(2), [], "An election", Talk.By(People.Mina));

        Assert.False(pause.IsInForce(Talk.Now, Today.AddDays(-1)));
        Assert.True(pause.IsInForce(Talk.Now, Today));
        Assert.True(pause.IsInForce(Talk.Now, Today.AddDays(2)));
        Assert.False(pause.IsInForce(Talk.Now, Today.AddDays(3)));
    }

    [Fact]
    public void A_pause_of_some_blogs_leaves_the_others_open()
    {
        var pause = Pause.Set(Today, Today, ["news"], "An election", Talk.By(People.Mina));

        Assert.True(pause.Concerns(Talk.Discussion(Talk.Terms with { Blog = "news" })));
        Assert.False(pause.Concerns(Talk.Discussion(Talk.Terms with { Blog = "other" })));
        Assert.False(pause.Concerns(Talk.Discussion()));
    }

    [Fact]
    public void It_has_a_reason_and_does_not_end_before_it_begins()
    {
        Assert.Throws<BrokenRuleException>(() => Pause.Set(Today, Today, [], " ", Talk.By(People.Mina)));
        Assert.Equal("LastDay", Assert.Throws<BrokenRuleException>(() => Pause.Set(Today, Today.AddDays(-1), [], "An election", Talk.By(People.Mina))).Field);
    }

    [Fact]
    public async Task While_comments_are_closed_every_page_says_so_and_what_is_typed_comes_back()
    {
        var (news, other) = (await hub.Open(Anonymity.NotRecorded, "News", blog: "news"), await hub.Open(Anonymity.NotRecorded, "Other", blog: "other"));
        var tom = await hub.As("tom");
        await ConversationFixture.Write(tom, other, "Before");
        var form = await tom.Open($"/comments/write?on={news}");
        var mina = await hub.As("mina");
        var closed = await (await mina.Open("/comments/pauses")).Submit(
            "#close-comments", ("FirstDay.Day", "24"), ("FirstDay.Month", "4"), ("FirstDay.Year", "2007"), ("LastDay.Day", "3"), ("LastDay.Month", "5"), ("LastDay.Year", "2007"),
            ("Where", "some"), ("Chosen", "news"), ("Reason", "Elections on 3 May."));
        closed.MustBe(HttpStatusCode.OK);

        var refused = await form.Submit(("Text", "Not lost"), ("Shown", "anonymous"));

        refused.MustBe(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Comments are closed until the end of Thursday 3 May 2007: Elections on 3 May", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Not lost", refused.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Empty(await hub.Received(news));
        Assert.Contains("Comments are closed on the news blog until the end of Thursday 3 May 2007.", (await tom.Open("/code-of-conduct")).Body, StringComparison.Ordinal);
        Assert.Null((await hub.Show(news, tom)).Document.QuerySelector("textarea"));
        (await ConversationFixture.Write(tom, other, "Still open here", "anonymous")).MustBe(HttpStatusCode.OK);
        Assert.Equal(2, (await hub.Received(other)).Count);

        await closed.Submit("form[action*=lift]");
        Assert.Empty((await refused.Submit()).Errors);
        Assert.Single(await hub.Received(news));
    }

    [Fact]
    public async Task Staff_without_the_right_cannot_close_anything() =>
        (await (await hub.As("tom")).Open("/comments/pauses")).MustBe(HttpStatusCode.Forbidden);

    [Fact]
    public void A_ruling_that_is_lifted_twice_is_lifted_once()
    {
        var pause = Pause.Set(Today, Today, [], "An election", Talk.By(People.Mina));
        pause.Lift(Talk.By(People.Mina));

        pause.Lift(new Ruling(People.Noah, Talk.Now.AddHours(1)));

        Assert.Equal(People.Mina, pause.LiftedBy);
        Assert.False(pause.IsInForce(Talk.Now, Today));
    }
}
