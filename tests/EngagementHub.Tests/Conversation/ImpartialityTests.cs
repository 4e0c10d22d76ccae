using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Tests.Conversation;

public sealed class ImpartialityTests
{
    [Theory]
    [InlineData("Mina Moderator decides badly", true)]
    [InlineData("why did mina  moderator decline this?", true)]
    [InlineData("Why did Mi**na Moder**ator decline this?", true)]
    [InlineData("Ask Mina\n1. Moderator", true)]
    [InlineData("Ask &#77;ina Moderator", true)]
    [InlineData("Ask [Mina](https://example.org) Moderator", true)]
    [InlineData("Mina Moderatorsson is somebody else", false)]
    [InlineData("The moderator decides badly", false)]
    public void A_comment_that_names_a_moderator_is_decided_by_another(string text, bool names)
    {
        var comment = Talk.Discussion().Write(text, People.Tom);

        Assert.Equal(names, Impartiality.Of(People.Mina, "Mina Moderator").WhyNot(comment) is not null);
    }

    [Fact]
    public void Nobody_decides_their_own_comment_or_a_reply_to_it()
    {
        var discussion = Talk.Discussion();
        var own = discussion.Write("Mine", People.Mina);
        var reply = discussion.Receive(new Draft("I disagree", null, own.Id), discussion.TakeNumber(), Talk.Code, Talk.Now, Talk.Rules);

        var mina = Impartiality.Of(People.Mina, "Mina Moderator", own.Id);

        Assert.Equal("You wrote this comment, so another moderator decides it", mina.WhyNot(own));
        Assert.Equal("This comment answers one of yours, so another moderator decides it", mina.WhyNot(reply));
        Assert.Null(Impartiality.Of(People.Noah, "Noah Noble").WhyNot(reply));
    }
}
