using EngagementHub.Responses.Promises;

namespace EngagementHub.Tests.Responses;

public sealed class AgesTests
{
    [Theory]
    [InlineData(1, "1 working day")]
    [InlineData(250, "250 working days")]
    [InlineData(251, "over 250 working days")]
    [InlineData(4821, "over 19 years")]
    public void An_age_is_counted_as_far_as_anybody_counts(int days, string words) => Assert.Equal(words, Ages.InWords(days));
}
