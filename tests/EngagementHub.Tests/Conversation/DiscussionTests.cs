using EngagementHub.Conversation;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Tests.Conversation;

public sealed class DiscussionTests
{
    [Fact]
    public void Comments_are_numbered_in_the_order_in_which_they_came()
    {
        var discussion = Talk.Discussion();

        Assert.Equal(1, discussion.Write("First", People.Tom).Number);
        Assert.Equal(2, discussion.Write("Second").Number);
    }

    [Theory]
    [InlineData("2007-04-17T12:00:00Z", "opens on Wednesday 18 April 2007")]
    [InlineData("2007-04-30T23:30:00Z", "closed on Monday 30 April 2007")]
    public void Nobody_can_write_outside_the_local_days_on_which_it_is_open(string at, string why)
    {
        var refused = Assert.Throws<BrokenRuleException>(() => Talk.Discussion().Write("Hello", People.Tom, DateTimeOffset.Parse(at, null)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_lasts_until_local_midnight()
    {
        Assert.NotNull(Talk.Discussion().Write("Hello", People.Tom, new DateTimeOffset(2007, 4, 30, 22, 59, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Anonymity_cannot_be_taken_away_once_somebody_has_written()
    {
        var discussion = Talk.Discussion();
        discussion.Change(Talk.Terms with { Anonymity = Anonymity.Named });
        discussion.Change(Talk.Terms);

        discussion.Write("Hello");

        Assert.Throws<BrokenRuleException>(() => discussion.Change(Talk.Terms with { Anonymity = Anonymity.Named }));
    }

    [Fact]
    public void Anonymity_can_still_be_offered_once_somebody_has_written()
    {
        var discussion = Talk.Discussion(Talk.Terms with { Anonymity = Anonymity.Named });
        discussion.Write("Hello", People.Tom);

        discussion.Change(Talk.Terms);

        Assert.True(discussion.Write("Me too").IsAnonymous);
    }

    [Fact]
    public void Where_comments_carry_names_an_anonymous_one_is_refused()
    {
        var discussion = Talk.Discussion(Talk.Terms with { Anonymity = Anonymity.Named });

        Assert.Equal("Shown", Assert.Throws<BrokenRuleException>(() => discussion.Write("Hello")).Field);
    }

    [Fact]
    public void A_halted_discussion_takes_no_comments_and_opens_by_itself_the_day_after()
    {
        var discussion = Talk.Discussion();
        discussion.Halt(new DateOnly(2007, 4, 26));

        Assert.Throws<BrokenRuleException>(() => discussion.Write("Hello", People.Tom));
        Assert.NotNull(discussion.Write("Hello", People.Tom, new DateTimeOffset(2007, 4, 27, 8, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_halt_without_a_day_lasts_until_a_moderator_opens_the_discussion_again()
    {
        var discussion = Talk.Discussion();
        discussion.Halt(lastDay: null);

        discussion.Reopen(Talk.By(People.Noah));

        Assert.Null(discussion.HaltAt(Talk.Now));
        Assert.Equal(People.Noah, Assert.Single(discussion.Halts).LiftedBy);
    }

    [Fact]
    public void Opening_a_discussion_again_lifts_every_halt_in_force()
    {
        var discussion = Talk.Discussion();
        var grounds = new Grounds(Talk.Code, Talk.Code.Clause(1), "Told late", null, QueuedWhileHalted.Wait);
        discussion.Halt(new Ruling(People.Mina, Talk.Now.AddHours(1)), grounds);
        discussion.Halt(new Ruling(People.Noah, Talk.Now), grounds);

        discussion.Reopen(new Ruling(People.Noah, Talk.Now.AddHours(2)));

        Assert.All(discussion.Halts, h => Assert.NotNull(h.LiftedAt));
        Assert.Null(discussion.HaltAt(Talk.Now.AddHours(2)));
    }

    [Fact]
    public void A_halt_cannot_have_ended_before_it_began() =>
        Assert.Throws<BrokenRuleException>(() => Talk.Discussion().Halt(new DateOnly(2007, 4, 23)));

    [Fact]
    public void A_discussion_is_halted_once() =>
        Assert.Throws<BrokenRuleException>(() =>
        {
            var discussion = Talk.Discussion();
            discussion.Halt(null);
            discussion.Halt(null);
        });
}
