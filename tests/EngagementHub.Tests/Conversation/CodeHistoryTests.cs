using EngagementHub.Conversation.Codes;

namespace EngagementHub.Tests.Conversation;

public sealed class CodeHistoryTests
{
    private static readonly CodeVersion First = Talk.Version(1, 0, new DateOnly(2007, 1, 15));
    private static readonly CodeVersion Small = Talk.Version(1, 1, new DateOnly(2007, 4, 2));
    private static readonly CodeVersion Great = Talk.Version(2, 0, new DateOnly(2007, 9, 1));
    private static readonly CodeHistory Codes = new([First, Small, Great]);

    [Fact]
    public void A_version_is_in_force_from_its_first_day_until_the_next_one()
    {
        Assert.Null(Codes.InForceOn(new DateOnly(2007, 1, 14)));
        Assert.Equal(First, Codes.InForceOn(new DateOnly(2007, 4, 1)));
        Assert.Equal(Small, Codes.InForceOn(new DateOnly(2007, 4, 2)));
    }

    [Fact]
    public void A_small_change_asks_nobody_again_and_a_great_one_asks_everybody()
    {
        Assert.True(Codes.MustAsk(First, []));
        Assert.False(Codes.MustAsk(Small, [First.Id]));
        Assert.True(Codes.MustAsk(Great, [First.Id, Small.Id]));
    }

    [Fact]
    public void Clauses_are_numbered_without_a_gap() =>
        Assert.Throws<BrokenRuleException>(() => CodeVersion.Publish(1, 0, new DateOnly(2007, 1, 1), "", [new Clause(1, "A", "a"), new Clause(3, "B", "b")], Talk.Now));
}
