using EngagementHub.Conversation.Moderation.Transparency;

namespace EngagementHub.Tests.Conversation;

public sealed class SmallNumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1 to 9")]
    [InlineData(9, "1 to 9")]
    [InlineData(10, "10")]
    public void A_small_count_is_not_shown(int count, string shown) => Assert.Equal(shown, SmallNumbers.Of(count).ToString());

    [Theory]
    [InlineData(15, 3)]
    [InlineData(3)]
    [InlineData(1, 1)]
    [InlineData(9, 9)]
    [InlineData(40, 12, 1)]
    [InlineData(10, 1, 9)]
    [InlineData(0, 0, 11, 4)]
    [InlineData(30, 5, 5, 0)]
    public void No_small_count_follows_from_what_is_shown(params int[] parts)
    {
        var (total, shown) = SmallNumbers.Of(parts);

        Assert.All(shown.Zip(parts), f => Assert.True(f.Second is 0 or >= SmallNumbers.Least || !f.First.IsShown));
        for (var i = 0; i < parts.Length; i++)
        {
            Assert.True(parts[i] is 0 or >= SmallNumbers.Least || Possible(total, shown, i).Count > 1, $"part {i} of {string.Join('+', parts)} can be worked out");
        }
    }

    // Every value of the part that a reader cannot rule out, tried one by one.
    private static HashSet<int> Possible(Figure total, IReadOnlyList<Figure> shown, int part)
    {
        HashSet<int> values = [];
        Try(0, 0, 0);
        return values;

        void Try(int i, int sum, int value)
        {
            if (i == shown.Count)
            {
                if (total.IsShown ? sum == total.Count : !total.IsSmall || sum is > 0 and < SmallNumbers.Least)
                {
                    values.Add(value);
                }

                return;
            }

            var (low, high) = shown[i].IsShown ? (shown[i].Count, shown[i].Count) : shown[i].IsSmall ? (1, SmallNumbers.Least - 1) : (SmallNumbers.Least, 60);
            for (var v = low; v <= high; v++)
            {
                Try(i + 1, sum + v, i == part ? v : value);
            }
        }
    }

    [Theory]
    [InlineData(40, 28, "not shown")]
    [InlineData(28, 40, "not shown")]
    [InlineData(40, 40, "25")]
    public void A_few_declined_follow_neither_from_what_came_nor_from_all_decisions(int received, int decided, string published) =>
        Assert.Equal(published, ModerationMonth.Beside(SmallNumbers.Of(25), SmallNumbers.Of(3), received, decided).ToString());
}
