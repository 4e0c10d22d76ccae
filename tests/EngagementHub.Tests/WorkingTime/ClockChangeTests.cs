using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

/// <summary>London in 2026: on 29 March 01:00 to 02:00 is skipped, on 25 October 01:00 to 02:00 comes twice.</summary>
public class ClockChangeTests
{
    private static readonly DateTimeOffset SpringMidnight = new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AutumnMidnight = new(2026, 10, 24, 23, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00", "24:00", 23 * 60)]
    [InlineData("00:30", "01:30", 30)]
    [InlineData("01:15", "01:45", 0)]
    [InlineData("01:30", "02:30", 30)]
    [InlineData("00:00", "06:00", 5 * 60)]
    [InlineData("22:00", "06:00", 8 * 60)]
    public void On_the_spring_day_the_skipped_hour_is_not_worked(string opens, string closes, int minutes)
    {
        var calendar = Sundays(opens, closes);

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Elapsed(SpringMidnight, SpringMidnight.AddHours(36)));
    }

    [Theory]
    [InlineData("00:00", "24:00", 25 * 60)]
    [InlineData("00:00", "06:00", 7 * 60)]
    [InlineData("01:00", "02:00", 2 * 60)]
    [InlineData("01:15", "01:45", 30)]
    public void On_the_autumn_day_the_hour_that_comes_twice_is_worked_twice_when_it_lies_inside(string opens, string closes, int minutes)
    {
        var calendar = Sundays(opens, closes);

        Assert.Equal(TimeSpan.FromMinutes(minutes), calendar.Elapsed(AutumnMidnight, AutumnMidnight.AddHours(36)));
    }

    [Fact]
    public void A_saturday_night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn()
    {
        var calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.Closed.With(DayOfWeek.Saturday, OpenHours.Between("22:00", "06:00"))).Build();

        Assert.Equal(TimeSpan.FromHours(7), calendar.Elapsed(SpringMidnight.AddDays(-1), SpringMidnight.AddDays(1)));
        Assert.Equal(TimeSpan.FromHours(9), calendar.Elapsed(AutumnMidnight.AddDays(-1), AutumnMidnight.AddDays(1)));
    }

    [Theory]
    [InlineData("2026-03-27T16:00:00Z", "2026-03-30T09:00:00Z")]
    [InlineData("2026-10-23T15:00:00Z", "2026-10-26T10:00:00Z")]
    public void Two_working_hours_over_the_weekend_of_a_change_end_an_hour_after_opening(string from, string due)
    {
        var calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).Build();

        Assert.Equal(DateTimeOffset.Parse(due, null), calendar.Due(DateTimeOffset.Parse(from, null), TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData(3, 29)]
    [InlineData(10, 25)]
    public void Second_by_second_the_table_agrees_with_the_clock_on_the_wall(int month, int day)
    {
        var calendar = Sundays("00:20", "05:40");
        var start = new DateTimeOffset(2026, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(-2);
        var worked = 0L;

        for (var at = start; at < start.AddHours(10); at = at.AddMinutes(1))
        {
            Assert.Equal(worked, calendar.ElapsedSeconds(start, at));
            var wall = TimeZoneInfo.ConvertTime(at, calendar.Zone);
            worked += wall.DayOfWeek == DayOfWeek.Sunday && wall.TimeOfDay >= new TimeSpan(0, 20, 0) && wall.TimeOfDay < new TimeSpan(5, 40, 0) ? 60 : 0;
        }
    }

    private static WorkingCalendar Sundays(string opens, string closes) =>
        WorkingCalendar.In("Europe/London").Week(WeeklyHours.Closed.With(DayOfWeek.Sunday, OpenHours.Between(opens, closes))).Build();
}
