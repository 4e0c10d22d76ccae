using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.WorkingTime;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Office =
        WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00")).BankHolidays("england-and-wales").Build();

    [Fact]
    public void A_calendar_that_never_opens_is_refused() =>
        Assert.Throws<NoWorkingTimeException>(() => WorkingCalendar.In("UTC").Week(WeeklyHours.Closed).Build());

    [Fact]
    public void A_calendar_that_does_not_open_again_says_so_instead_of_searching_for_ever()
    {
        var once = WorkingCalendar.In("UTC").OwnHours(new DateOnly(2026, 5, 4), OpenHours.Between("09:00", "12:00")).Build();

        Assert.Equal(At("2026-05-04T10:00Z"), once.Due(At("2026-01-01T00:00Z"), TimeSpan.FromHours(1)));
        Assert.Contains("after 2026-05-04", Assert.Throws<NoWorkingTimeException>(() => once.Due(At("2026-01-01T00:00Z"), TimeSpan.FromHours(4))).Message, StringComparison.Ordinal);
        Assert.Throws<NoWorkingTimeException>(() => once.NextOpening(At("2026-05-04T12:00Z")));
        Assert.Throws<NoWorkingTimeException>(() => once.AddWorkingDays(new DateOnly(2026, 5, 4), 1));
        Assert.Throws<NoWorkingTimeException>(() => once.Before(At("2026-05-04T10:00Z"), TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData("2007-01-30T09:00Z", null, "2007-02-06T17:00Z")]
    [InlineData("2007-01-30T17:30Z", null, "2007-02-06T17:00Z")]
    [InlineData("2007-01-30T17:30Z", "17:00", "2007-02-07T17:00Z")]
    [InlineData("2007-01-30T17:00Z", "17:00", "2007-02-06T17:00Z")]
    [InlineData("2007-02-03T11:00Z", null, "2007-02-12T17:00Z")]
    [InlineData("2007-04-04T10:00+01:00", null, "2007-04-13T17:00+01:00")]
    public void Five_working_days_end_when_the_fifth_day_after_day_0_closes(string received, string? cutOff, string due) =>
        Assert.Equal(At(due), Office.EndOfNthWorkingDay(At(received), 5, cutOff is null ? null : TimeOnly.Parse(cutOff, null)));

    [Fact]
    public void Working_days_between_count_the_last_day_and_not_the_first()
    {
        Assert.Equal(5, Office.WorkingDaysBetween(new DateOnly(2007, 1, 30), new DateOnly(2007, 2, 6)));
        Assert.Equal(-5, Office.WorkingDaysBetween(new DateOnly(2007, 2, 6), new DateOnly(2007, 1, 30)));
        Assert.Equal(0, Office.WorkingDaysBetween(new DateOnly(2007, 2, 2), new DateOnly(2007, 2, 4)));
        Assert.Equal(1, Office.WorkingDaysBetween(new DateOnly(2007, 2, 3), new DateOnly(2007, 2, 5)));
    }

    [Theory]
    [InlineData("2014-04-08", 1, "2014-04-09")]
    [InlineData("2014-04-08", -1, "2014-04-07")]
    [InlineData("2014-04-12", 1, "2014-04-14")]
    [InlineData("2014-04-12", -1, "2014-04-11")]
    [InlineData("2014-04-12", 0, "2014-04-12")]
    [InlineData("2014-04-17", 1, "2014-04-22")]
    public void Working_days_are_added_in_both_directions(string day, int count, string result) =>
        Assert.Equal(Day(result), Office.AddWorkingDays(Day(day), count));

    [Fact]
    public void Each_kind_of_day_off_is_kept_and_a_half_day_is_worked_until_it_closes()
    {
        var calendar = WorkingCalendar.In("Europe/London").Week(WeeklyHours.MondayToFriday("09:00", "17:00"))
            .Closed(new NonWorkingDay(new DateOnly(2007, 5, 29), NonWorkingKind.PrivilegeDay, "The Queen's birthday"))
            .OwnHours(new DateOnly(2007, 4, 5), OpenHours.Between("09:00", "13:00")).Build();

        Assert.Equal(NonWorkingKind.PrivilegeDay, calendar.DayOff(new DateOnly(2007, 5, 29))!.Kind);
        Assert.False(calendar.IsWorkingDay(new DateOnly(2007, 5, 29)));
        Assert.Equal(At("2007-04-05T13:00+01:00"), calendar.EndOfWorkingDay(new DateOnly(2007, 4, 5)));
        Assert.Equal(4 * 3600, calendar.ElapsedSeconds(At("2007-04-05T00:00+01:00"), At("2007-04-06T00:00+01:00")));
    }

    [Fact]
    public void New_hours_hold_from_their_day_and_never_before()
    {
        var calendar = WorkingCalendar.In("UTC").Week(WeeklyHours.MondayToFriday("09:00", "17:00"))
            .WeekFrom(new DateOnly(2026, 6, 3), WeeklyHours.MondayToFriday("08:00", "18:00")).Build();

        Assert.Equal(8 * 3600, calendar.ElapsedSeconds(At("2026-06-02T00:00Z"), At("2026-06-03T00:00Z")));
        Assert.Equal(10 * 3600, calendar.ElapsedSeconds(At("2026-06-03T00:00Z"), At("2026-06-04T00:00Z")));
    }

    [Fact]
    public void A_shift_over_midnight_counts_where_it_starts_even_when_the_next_day_is_closed()
    {
        var calendar = WorkingCalendar.In("UTC").Week(WeeklyHours.MondayToFriday("22:00", "06:00"))
            .Closed(new NonWorkingDay(new DateOnly(2026, 4, 3), NonWorkingKind.BankHoliday, "Good Friday")).Build();

        Assert.True(calendar.IsOpen(At("2026-04-03T05:59Z")));
        Assert.False(calendar.IsOpen(At("2026-04-03T23:00Z")));
        Assert.Equal(At("2026-04-03T06:00Z"), calendar.EndOfWorkingDay(new DateOnly(2026, 4, 2)));
    }

    [Fact]
    public void No_time_at_all_ends_at_once_when_open_and_at_the_next_opening_when_closed()
    {
        Assert.Equal(At("2026-06-05T12:00+01:00"), Office.Due(At("2026-06-05T12:00+01:00"), TimeSpan.Zero));
        Assert.Equal(At("2026-06-08T09:00+01:00"), Office.Due(At("2026-06-05T17:00+01:00"), TimeSpan.Zero));
    }

    [Fact]
    public void What_is_due_after_a_time_lies_that_time_before_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var from = new DateTimeOffset(2006, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(20 * 365 * 86400 / 4) * 4L);
            var amount = TimeSpan.FromSeconds(random.Next(1, 400_000));
            var due = Office.Due(from, amount);

            Assert.Equal(amount, Office.Elapsed(from, due));
            Assert.Equal(amount, Office.Elapsed(Office.Before(due, amount), due));
            Assert.Equal(Office.Elapsed(from, due), -Office.Elapsed(due, from));
        }
    }

    [Fact]
    public void Pauses_move_the_end_forwards_and_the_beginning_backwards_by_the_working_time_inside_them()
    {
        Stretch[] pauses = [new(At("2026-06-01T15:00+01:00"), At("2026-06-02T10:00+01:00")), new(At("2026-06-01T16:00+01:00"), At("2026-06-01T20:00+01:00"))];

        Assert.Equal(At("2026-06-02T11:00+01:00"), Office.Due(At("2026-06-01T14:00+01:00"), TimeSpan.FromHours(2), pauses));
        Assert.Equal(At("2026-06-01T15:00+01:00"), Office.Due(At("2026-06-01T14:00+01:00"), TimeSpan.FromHours(1), pauses));
        Assert.Equal(At("2026-06-01T14:00+01:00"), Office.Before(At("2026-06-02T11:00+01:00"), TimeSpan.FromHours(2), pauses));
        Assert.Equal(TimeSpan.FromHours(2), Office.Elapsed(At("2026-06-01T14:00+01:00"), At("2026-06-02T11:00+01:00"), pauses));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null);

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
