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
    }

    [Fact]
    public void A_day_that_vanishes_is_kept_and_a_person_is_told_unless_it_is_past_or_before_the_list()
    {
        var newer = BankHolidays.Read("""{"$schema":"x","england-and-wales":{"division":"england-and-wales","events":[{"title":"Spring bank holiday","date":"2026-05-25","notes":"","bunting":true},{"title":"Boxing Day","date":"2026-12-28","notes":"Substitute day"}]},"scotland":{"events":[]}}""");

        var asked = BankHolidays.Shipped.MissingFrom(newer, "england-and-wales", new DateOnly(2026, 6, 1));

        Assert.Equal(new DateOnly(2026, 8, 31), asked[0].Date);
        Assert.DoesNotContain(asked, day => day.Date < new DateOnly(2026, 6, 1));
        Assert.Equal(new DateOnly(2026, 8, 31), BankHolidays.Shipped.MissingFrom(newer, "england-and-wales", new DateOnly(2026, 1, 1))[0].Date);
        Assert.Empty(BankHolidays.Shipped.MissingFrom(newer, "scotland", new DateOnly(2026, 1, 1)));
        Assert.Contains(new DateOnly(2026, 8, 31), BankHolidays.Shipped.Merge(newer).Of("england-and-wales").Select(day => day.Date));
        Assert.DoesNotContain(new DateOnly(2026, 8, 31), BankHolidays.Shipped.Without([("england-and-wales", new DateOnly(2026, 8, 31))]).Merge(newer).Of("england-and-wales").Select(day => day.Date));
    }

    [Fact]
    public void A_straight_apostrophe_is_no_other_name()
    {
        var newer = BankHolidays.Read("""{"scotland":{"events":[{"title":"St Andrew's Day","date":"2026-11-30","notes":null}]}}""");

        Assert.Empty(BankHolidays.Shipped.NewIn(newer, "scotland"));
        Assert.Empty(BankHolidays.Shipped.RenamedIn(newer, "scotland"));
        Assert.Equal("Day of rest", Assert.Single(BankHolidays.Shipped.RenamedIn(BankHolidays.Read("""{"scotland":{"events":[{"title":"Day of rest","date":"2026-11-30"}]}}"""), "scotland")).Title);
    }

    [Fact]
    public void A_file_of_another_shape_is_refused_with_the_place() =>
        Assert.Contains("date", Assert.Throws<FormatException>(() => BankHolidays.Read("""{"england-and-wales":{"events":[{"title":"x"}]}}""")).Message, StringComparison.Ordinal);
}
