using EngagementHub.Conversation;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Tests.Conversation;

public sealed class UndoTests
{
    [Fact]
    public void A_decision_undone_in_time_leaves_the_comment_as_it_stood_and_both_in_the_history()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Decline(Talk.By(People.Mina), Talk.Code.Clause(1), "Too sharp");

        comment.Undo(comment.Decisions[0].Id, new Ruling(People.Mina, Talk.Now.AddMinutes(5).AddTicks(-1)));

        Assert.Equal(CommentStanding.Waiting, comment.Standing);
        Assert.Null(comment.DeclinedUnder);
        Assert.True(comment.WaitsForDecision);
        Assert.Equal([DecisionKind.Declined, DecisionKind.Undone], comment.Decisions.Select(d => d.Kind));
    }

    [Fact]
    public void After_five_minutes_a_decision_stands()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Approve(Talk.By(People.Mina));

        Assert.Throws<BrokenRuleException>(() => comment.Undo(comment.Decisions[0].Id, new Ruling(People.Mina, Talk.Now.AddMinutes(5))));
        Assert.Equal(CommentStanding.Published, comment.Standing);
    }

    [Fact]
    public void Only_who_decided_undoes_and_only_once()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Approve(Talk.By(People.Mina));
        var id = comment.Decisions[0].Id;

        Assert.Throws<BrokenRuleException>(() => comment.Undo(id, Talk.By(People.Noah)));
        comment.Undo(id, Talk.By(People.Mina));
        Assert.Throws<BrokenRuleException>(() => comment.Undo(id, Talk.By(People.Mina)));
    }

    [Fact]
    public void A_decision_that_another_one_followed_is_not_undone()
    {
        var comment = Talk.Discussion().Write("A point", People.Tom);
        comment.Hold(Talk.By(People.Mina), "Ask Noah");
        comment.Approve(new Ruling(People.Noah, Talk.Now.AddMinutes(1)));

        Assert.Throws<BrokenRuleException>(() => comment.Undo(comment.Decisions[0].Id, new Ruling(People.Mina, Talk.Now.AddMinutes(2))));
    }

    [Fact]
    public void Struck_words_do_not_come_back()
    {
        var comment = Talk.Discussion().Write("Joan knows", People.Tom);
        comment.Redact(Talk.By(People.Mina), ["Joan"], Talk.Code.Clause(1), "name");

        Assert.Throws<BrokenRuleException>(() => comment.Undo(comment.Decisions[0].Id, Talk.By(People.Mina)));
    }
}
