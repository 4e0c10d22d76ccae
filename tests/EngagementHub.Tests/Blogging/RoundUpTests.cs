using EngagementHub.Blogging.Subscriptions;

namespace EngagementHub.Tests.Blogging;

public sealed class RoundUpTests
{
    private const string London = "Europe/London";

    [Theory]
    [InlineData(24, 6, 59, 23)] // 7:59 in summer time
    [InlineData(24, 7, 0, 24)]
    [InlineData(24, 23, 30, 24)] // half past midnight on the 25th
    public void The_daily_one_is_due_at_eight_on_the_blog_s_clock(int day, int hour, int minute, int due) =>
        Assert.Equal(new DateOnly(2007, 4, due), RoundUps.DueOn(Rhythm.Daily, Sample.Utc(2007, 4, day, hour, minute), London));

    [Theory]
    [InlineData(23, 6, 59, 16)]
    [InlineData(23, 7, 0, 23)]
    [InlineData(29, 12, 0, 23)]
    public void The_weekly_one_is_due_on_monday(int day, int hour, int minute, int due) =>
        Assert.Equal(new DateOnly(2007, 4, due), RoundUps.DueOn(Rhythm.Weekly, Sample.Utc(2007, 4, day, hour, minute), London));

    [Fact]
    public void Eight_stays_eight_when_the_clocks_change()
    {
        Assert.Equal(Sample.Utc(2007, 3, 24, 8, 0), RoundUps.InstantOn(new DateOnly(2007, 3, 24), London));
        Assert.Equal(Sample.Utc(2007, 3, 25, 7, 0), RoundUps.InstantOn(new DateOnly(2007, 3, 25), London));
        Assert.Equal(Sample.Utc(2007, 10, 28, 8, 0), RoundUps.InstantOn(new DateOnly(2007, 10, 28), London));
    }
}
