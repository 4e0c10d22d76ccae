using EngagementHub.Core.Time;

namespace EngagementHub.Tests.Core;

public sealed class LocalTimeTests
{
    private const string London = "Europe/London";

    [Theory]
    [InlineData("2007-04-26T22:59:59Z", "2007-04-26")]
    [InlineData("2007-04-26T23:00:00Z", "2007-04-27")]
    [InlineData("2007-01-30T23:59:59Z", "2007-01-30")]
    [InlineData("2007-10-28T00:59:59Z", "2007-10-28")]
    public void The_day_changes_at_midnight_by_the_local_clock(string instant, string day)
    {
        Assert.Equal(DateOnly.Parse(day, null), DateTimeOffset.Parse(instant, null).DayIn(London));
    }

    [Theory]
    [InlineData("2007-04-27", "2007-04-26T23:00:00Z")]
    [InlineData("2007-03-25", "2007-03-25T00:00:00Z")]
    [InlineData("2007-10-28", "2007-10-27T23:00:00Z")]
    public void A_day_starts_at_local_midnight(string day, string instant)
    {
        Assert.Equal(DateTimeOffset.Parse(instant, null), DateOnly.Parse(day, null).StartIn(London));
    }

    [Fact]
    public void Dates_and_times_are_said_in_plain_english()
    {
        var instant = new DateTimeOffset(2007, 4, 27, 13, 30, 0, TimeSpan.Zero);

        Assert.Equal("2:30pm on Friday 27 April 2007", Say.Moment(instant, London));
        Assert.Equal("midday", Say.Time(instant.AddMinutes(-150), London));
        Assert.Equal("9am", Say.Time(new(2007, 1, 30, 9, 0, 0, TimeSpan.Zero), London));
        Assert.Equal("18 to 27 April 2007", Say.Days(new(2007, 4, 18), new(2007, 4, 27)));
        Assert.Equal("30 January to 2 February 2007", Say.Days(new(2007, 1, 30), new(2007, 2, 2)));
        Assert.Equal("1,200 comments", Say.Count(1200, "comment"));
        Assert.Equal("1 reply", Say.Count(1, "reply", "replies"));
    }
}
