using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

/// <summary>Zones that change by half an hour, at midnight, backwards in winter, or skip a whole day. The expected instants were worked out by a separate script on the zone database itself.</summary>
public class ZonesTests
{
    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "00:00", "24:00", "2026-04-04T13:00Z", 1470)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "00:00", "24:00", "2026-10-03T13:30Z", 1410)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:10", "02:40", "2026-10-03T15:30Z", 10)]
    [InlineData("Pacific/Apia", "2011-12-29", "22:00", "06:00", "2011-12-30T08:00Z", 120)]
    [InlineData("Pacific/Apia", "2011-12-29", "00:00", "24:00", "2011-12-29T10:00Z", 1440)]
    [InlineData("Pacific/Apia", "2011-12-31", "00:00", "24:00", "2011-12-30T10:00Z", 1440)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "00:00", "24:00", "2018-11-04T03:00Z", 1380)]
    [InlineData("America/Sao_Paulo", "2018-02-17", "00:00", "24:00", "2018-02-17T02:00Z", 1500)]
    [InlineData("America/Sao_Paulo", "2018-02-17", "22:00", "24:00", "2018-02-18T00:00Z", 180)]
    [InlineData("Africa/Cairo", "2024-04-26", "00:00", "24:00", "2024-04-25T22:00Z", 1380)]
    [InlineData("Africa/Cairo", "2024-10-31", "23:00", "24:00", "2024-10-31T20:00Z", 120)]
    [InlineData("Europe/Dublin", "2026-03-29", "00:00", "24:00", "2026-03-29T00:00Z", 1380)]
    [InlineData("Europe/Dublin", "2026-10-25", "00:00", "24:00", "2026-10-24T23:00Z", 1500)]
    [InlineData("Africa/Casablanca", "2026-02-15", "00:00", "24:00", "2026-02-14T23:00Z", 1500)]
    [InlineData("Antarctica/Troll", "2026-03-29", "00:00", "24:00", "2026-03-29T00:00Z", 1320)]
    [InlineData("Asia/Pyongyang", "2015-08-15", "00:00", "24:00", "2015-08-14T15:30Z", 1440)]
    [InlineData("America/Caracas", "2016-05-01", "00:00", "24:00", "2016-05-01T04:30Z", 1410)]
    [InlineData("Asia/Kathmandu", "2026-03-08", "09:00", "17:00", "2026-03-08T03:15Z", 480)]
    public void A_day_opens_and_lasts_as_its_zone_has_it(string zone, string day, string opens, string closes, string openedAt, int minutes)
    {
        var date = DateOnly.Parse(day, null);
        var calendar = WorkingCalendar.In(zone).OwnHours(date, OpenHours.Between(opens, closes)).Build();
        var before = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-2);

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Elapsed(before, before.AddDays(6)));
        Assert.Equal(DateTimeOffset.Parse(openedAt, null), calendar.NextOpening(before));
        Assert.Equal(DateTimeOffset.Parse(openedAt, null).AddMinutes(minutes), calendar.Due(before, TimeSpan.FromMinutes(minutes)));
        Assert.Equal(DateTimeOffset.Parse(openedAt, null).AddMinutes(minutes), calendar.EndOfWorkingDay(date));
    }

    [Fact]
    public void A_day_that_a_zone_skips_is_no_working_day()
    {
        var calendar = WorkingCalendar.In("Pacific/Apia").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).Build();
        var (thursday, friday, monday) = (new DateOnly(2011, 12, 29), new DateOnly(2011, 12, 30), new DateOnly(2012, 1, 2));

        Assert.False(calendar.IsWorkingDay(friday));
        Assert.Equal(monday, calendar.AddWorkingDays(thursday, 1));
        Assert.Equal(1, calendar.WorkingDaysBetween(thursday, monday));
        Assert.Equal(new DateOnly(2011, 12, 31), calendar.LocalDay(new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Overlapping_hours_count_once_also_over_midnight()
    {
        var calendar = WorkingCalendar.In("UTC").Week(WeeklyHours.Closed.With(DayOfWeek.Monday, OpenHours.Between("09:00", "13:00"), OpenHours.Between("12:00", "17:00"), OpenHours.Between("22:00", "08:00"))
            .With(DayOfWeek.Tuesday, OpenHours.Between("06:00", "10:00"))).Build();
        var monday = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromHours(8 + 12), calendar.Elapsed(monday, monday.AddDays(3)));
        Assert.Equal(monday.AddDays(1).AddHours(8), calendar.EndOfWorkingDay(new DateOnly(2026, 1, 5)));
        Assert.Equal(monday.AddDays(1).AddHours(10), calendar.EndOfWorkingDay(new DateOnly(2026, 1, 6)));
    }

    [Fact]
    public void Further_away_than_a_calendar_reaches_is_said_and_not_searched_for()
    {
        var office = WorkingCalendar.In("UTC").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).Build();
        var now = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromHours(8 * 5 * 20871), office.Elapsed(new DateTimeOffset(1626, 1, 5, 0, 0, 0, TimeSpan.Zero), now));
        Assert.Throws<NoWorkingTimeException>(() => office.Elapsed(DateTimeOffset.MinValue, now));
        Assert.Throws<NoWorkingTimeException>(() => office.Elapsed(now, DateTimeOffset.MaxValue));
        Assert.Throws<NoWorkingTimeException>(() => office.Due(now, TimeSpan.FromDays(400_000)));
        Assert.Throws<NoWorkingTimeException>(() => office.Due(now, TimeSpan.FromHours(1), [new Stretch(now, DateTimeOffset.MaxValue)]));
        Assert.Throws<NoWorkingTimeException>(() => office.AddWorkingDays(new DateOnly(2026, 1, 5), 5_000_000));
    }

    [Fact]
    public void Turned_round_working_time_is_negative_with_pauses_too_and_a_pause_that_ends_before_it_starts_is_none()
    {
        var office = WorkingCalendar.In("UTC").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).Build();
        var (nine, noon) = (new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero));
        Stretch[] pauses = [new(nine.AddHours(1), nine.AddHours(2)), new(nine.AddMinutes(90), nine.AddHours(2)), new(noon, nine), new(nine, nine), new(noon.AddDays(1), noon.AddDays(2))];

        Assert.Equal(TimeSpan.FromHours(2), office.Elapsed(nine, noon, pauses));
        Assert.Equal(TimeSpan.FromHours(-2), office.Elapsed(noon, nine, pauses));
        Assert.Equal(office.Before(noon, TimeSpan.FromHours(2), pauses), office.Due(noon, TimeSpan.FromHours(-2), pauses));
        Assert.Equal(nine, office.Due(noon, TimeSpan.FromHours(-2), pauses));
        Assert.Equal(nine.AddHours(2), office.Due(nine.AddHours(1), TimeSpan.Zero, pauses));
        Assert.Equal(TimeSpan.FromTicks(5_000_001), office.Elapsed(nine.AddTicks(-3), nine.AddTicks(5_000_001)));
    }

    [Fact]
    public void Told_day_by_day_it_is_the_same_sum()
    {
        var calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("22:00", "06:00")).BankHolidays("england-and-wales").Build();
        var (from, to) = (new DateTimeOffset(2026, 4, 1, 1, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 4, 8, 2, 0, 0, TimeSpan.Zero));
        Stretch[] pauses = [new(from.AddHours(1), from.AddHours(2))];

        var days = calendar.DayByDay(from, to, pauses).ToList();

        Assert.Equal(calendar.Elapsed(from, to, pauses), days[^1].SoFar);
        Assert.Equal(days[^1].SoFar, days.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Counted));
        Assert.Equal(new DateOnly(2026, 3, 31), days[0].Day);
        Assert.Equal("Good Friday", days.Single(day => day.Day == new DateOnly(2026, 4, 3)).Off!.Name);
        Assert.Empty(calendar.DayByDay(to, from, pauses));
    }
}
