using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

public class BankHolidaysTests
{
    [Fact]
    public void The_shipped_list_knows_the_moved_and_the_proclaimed_days()
    {
        var days = BankHolidays.Shipped.Of("england-and-wales").Select(day => day.Date).ToList();

        Assert.Contains(new DateOnly(2020, 5, 8), days);
        Assert.DoesNotContain(new DateOnly(2020, 5, 4), days);
        Assert.Contains(new DateOnly(2022, 6, 3), days);
        Assert.Contains(new DateOnly(2022, 9, 19), days);
        Assert.Contains(new DateOnly(2007, 4, 6), days);
    }

    [Fact]
    public void A_newer_file_adds_days_and_never_takes_one_away()
    {
        var newer = BankHolidays.Read("""{"england-and-wales":{"division":"england-and-wales","events":[{"title":"Coronation","date":"2023-05-08"},{"title":"A new day","date":"2031-06-06","notes":"","extra":1}]}}""");
        var merged = BankHolidays.Shipped.Merge(newer);

        Assert.Equal(BankHolidays.Shipped.Of("england-and-wales").Count + 1, merged.Of("england-and-wales").Count);
        Assert.Equal(BankHolidays.Shipped.Of("scotland").Count, merged.Of("scotland").Count);
        Assert.Contains(BankHolidays.Shipped.MissingFrom(newer, "england-and-wales"), day => day.Date == new DateOnly(2023, 5, 29));
    }

    [Fact]
    public void A_file_of_another_shape_is_refused_with_the_place() =>
        Assert.Contains("date", Assert.Throws<FormatException>(() => BankHolidays.Read("""{"england-and-wales":{"events":[{"title":"x"}]}}""")).Message, StringComparison.Ordinal);
}
