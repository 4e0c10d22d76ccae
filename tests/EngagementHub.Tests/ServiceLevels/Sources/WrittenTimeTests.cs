using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.Tests.ServiceLevels.Sources;

public class WrittenTimeTests
{
    [Theory]
    [InlineData("29/02/2016 01:16", "day first", "2016-02-29T01:16:00")]
    [InlineData("29-02-2016 1:16:05", "dmy", "2016-02-29T01:16:05")]
    [InlineData("29.02.2016", "dmy", "2016-02-29T00:00:00")]
    [InlineData("02/29/2016 1:16 PM", "mdy", "2016-02-29T13:16:00")]
    [InlineData("2/9/2016 12:00 am", "mdy", "2016-02-09T00:00:00")]
    [InlineData("2016-02-29T01:16:00.5", "ymd", "2016-02-29T01:16:00.5")]
    [InlineData("2016-02-29 01:16", "dmy", "2016-02-29T01:16:00")]
    [InlineData("29 Feb 2016 01:16", "mdy", "2016-02-29T01:16:00")]
    [InlineData("29-February-2016", "dmy", "2016-02-29T00:00:00")]
    [InlineData("20160229T011600", "ymd", null)]
    [InlineData("20160229 01:16", "ymd", "2016-02-29T01:16:00")]
    [InlineData("31/02/2016", "dmy", null)]
    [InlineData("29/02/2015", "dmy", null)]
    [InlineData("29/02/2016 24:00", "dmy", null)]
    [InlineData("29/02/2016 10:60", "dmy", null)]
    [InlineData("13 PM 29/02/2016", "dmy", null)]
    [InlineData("29/02/16 01:16", "dmy", null)]
    [InlineData("42429.5", "dmy", null)]
    [InlineData("", "dmy", null)]
    [InlineData("yesterday", "dmy", null)]
    public void Times_are_read_by_the_order_of_their_date(string text, string order, string? expected) =>
        Assert.Equal(expected is null ? null : DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), WrittenTime.Read(text, WrittenTime.OrderOf(order)!.Value, out _)?.Local);

    [Theory]
    [InlineData("2016-02-29T01:16:00Z", 0)]
    [InlineData("2016-02-29T01:16:00+01:00", 60)]
    [InlineData("2016-02-29T01:16:00.000-0530", -330)]
    [InlineData("2016-02-29 01:16 UTC", 0)]
    public void A_time_that_says_how_far_it_is_from_UTC_is_taken_at_its_word(string text, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), WrittenTime.Read(text, DateOrder.YearFirst, out _)!.Value.Offset);

    [Fact]
    public void A_year_of_two_digits_is_told_apart_from_other_mistakes()
    {
        WrittenTime.Read("29/02/16 01:16", DateOrder.DayFirst, out var problem);

        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData("day first", "03/04/2016", "29/02/2016")]
    [InlineData("month first", "03/04/2016", "02/29/2016")]
    [InlineData("year first", "2016-02-03", "2016-02-29")]
    [InlineData(null, "03/04/2016", "04/03/2016")]
    [InlineData(null, "29/02/2016", "02/29/2016")]
    public void The_order_follows_from_the_dates_or_is_asked_for(string? order, string first, string second)
    {
        var evidence = new DateEvidence();
        evidence.Hear(first, 2);
        evidence.Hear(second, 3);

        Assert.Equal(order, evidence.Order is { } found ? WrittenTime.NameOf(found) : null);
        Assert.Contains(order is null ? first : "", evidence.Question, StringComparison.Ordinal);
    }
}
