using EngagementHub.Responses.Questions;

namespace EngagementHub.Tests.Responses;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("it would need two guards.", "We will not, because it would need two guards.")]
    [InlineData("The money is spent.", "We will not, because the money is spent.")]
    [InlineData("Because, as we said, it is dear.", "We will not, because as we said, it is dear.")]
    [InlineData("IT has no people for it.", "We will not, because IT has no people for it.")]
    [InlineData("Priya said so.", "We will not, because Priya said so.")]
    public void A_refusal_reads_as_one_sentence_however_its_reason_was_typed(string reason, string sentence)
    {
        Assert.Equal(sentence, Refusal.Sentence(reason));
    }

    [Fact]
    public void A_reason_that_begins_with_a_list_stands_under_the_opening()
    {
        Assert.Equal("**We will not, because:**\n\n1. It is dear", Refusal.Markdown("1. It is dear"));
        Assert.Equal("**We will not, because** it is dear", Refusal.Markdown("It is dear"));
    }
}
