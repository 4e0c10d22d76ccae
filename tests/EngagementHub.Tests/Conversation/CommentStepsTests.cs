using EngagementHub.Conversation.Comments;

namespace EngagementHub.Tests.Conversation;

/// <summary>Everything that a moderator can do to a comment, in everything that a comment can be.</summary>
public sealed class CommentStepsTests
{
    private static readonly Dictionary<string, Action<Comment>> Acts = new()
    {
        ["approve"] = comment => comment.Approve(Talk.By(People.Mina)),
        ["uphold"] = comment => comment.Uphold(Talk.By(People.Mina)),
        ["decline"] = comment => comment.Decline(Talk.By(People.Mina), Talk.Code.Clause(3), "One person's pay"),
        ["hold"] = comment => comment.Hold(Talk.By(People.Mina), "I ask a colleague"),
        ["redact"] = comment => comment.Redact(Talk.By(People.Mina), ["chairs"], Talk.Code.Clause(1), "A name"),
        ["undo"] = comment => comment.Undo(Guid.NewGuid(), Talk.By(People.Mina)),
    };

    // Where each act leads, in the order above; a dash where it is refused.
    public static TheoryData<string, string> Leads => new()
    {
        { "Waiting", "Published Waiting Declined Held Waiting -" },
        { "Held", "Published Held Declined Held Held -" },
        { "Published", "Published Published Declined Held Published -" },
        { "Declined", "Published Published Declined Held Declined -" },
        { "Withdrawn", "- - - - - -" },
    };

    [Theory, MemberData(nameof(Leads))]
    public void Each_act_leads_where_it_may_and_is_refused_elsewhere_without_a_trace(string standing, string leads) =>
        Assert.Equal(leads, string.Join(' ', Acts.Values.Select(act => Try(In(standing), act))));

    [Theory, MemberData(nameof(Leads))]
    public void Its_own_writer_does_none_of_it(string standing, string leads)
    {
        Assert.NotEmpty(leads);
        Assert.All(Acts.Values, act => Assert.Equal("-", Try(In(standing, People.Mina), act)));
    }

    private static string Try(Comment comment, Action<Comment> act)
    {
        var before = Seen(comment);
        try
        {
            act(comment);
            return $"{comment.Standing}";
        }
        catch (BrokenRuleException)
        {
            Assert.Equal(before, Seen(comment));
            return "-";
        }
    }

    private static object Seen(Comment comment) => (comment.Standing, comment.Text, comment.Decisions.Count, comment.DecidedAt);

    private static Comment In(string standing, StaffId? writer = null)
    {
        var comment = Talk.Discussion().Write("We need better chairs", writer ?? People.Tom);
        var noah = Talk.By(People.Noah);
        switch (standing)
        {
            case "Held":
                comment.Hold(noah, "I ask a colleague");
                break;
            case "Published":
                comment.Approve(noah);
                break;
            case "Declined":
                comment.Decline(noah, Talk.Code.Clause(3), "One person's pay");
                break;
            case "Withdrawn":
                comment.TakeBack();
                break;
        }

        Assert.Equal(standing, $"{comment.Standing}");
        return comment;
    }
}
