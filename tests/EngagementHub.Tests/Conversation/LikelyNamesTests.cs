using EngagementHub.Conversation.Moderation;

namespace EngagementHub.Tests.Conversation;

public sealed class LikelyNamesTests
{
    private static readonly string[] Directory = ["Priya Shah", "Tom Finch", "Grace Green", "Jo Ng", "Head of HR"];

    [Theory]
    [InlineData("Ask Priya Shah about it", "Priya Shah")]
    [InlineData("Shah never rings back, and Finch neither", "Shah, Finch")]
    [InlineData("I told Mrs Okonkwo-Bright and Dr. Lee", "Okonkwo-Bright, Lee")]
    [InlineData("The green paper, and a finch on the sill", "")]
    [InlineData("Tom said so", "")]
    [InlineData("Ng", "")]
    public void Words_that_may_be_a_name_are_offered_in_the_order_of_the_text(string text, string offered) =>
        Assert.Equal(offered, string.Join(", ", LikelyNames.In(text, Directory).Select(n => n.Words)));
}
