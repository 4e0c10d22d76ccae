using System.Globalization;
using EngagementHub.Responses.Promises;
using EngagementHub.WorkingTime;

namespace EngagementHub.Tests.Responses;

public sealed class DueRemindersTests
{
    private static readonly DateOnly Made = new(2007, 4, 2);
    private static readonly DateOnly BankHoliday = new(2007, 5, 7);
    private static readonly WorkingCalendar Office = UsualOffice.In("Europe/London");

    [Theory]
    [InlineData("2007-04-29", null)]
    [InlineData("2007-04-30", "WeekBefore")]
    [InlineData("2007-05-03", "WeekBefore")]
    [InlineData("2007-05-04", "DayBefore")]
    [InlineData("2007-05-06", "DayBefore")]
    [InlineData("2007-05-07", "OnTheDay")]
    [InlineData("2007-05-08", "Late")]
    [InlineData("2007-06-05", "Late")]
    [InlineData("2007-06-06", null)]
    public void A_promise_due_on_a_bank_holiday_is_reminded_of_by_working_days_on_both_sides(string today, string? kind)
    {
        var promise = Due(BankHoliday, Made);

        Assert.Equal(kind, DueReminders.On(DateOnly.Parse(today, CultureInfo.InvariantCulture), promise, Office)?.ToString());
    }

    [Fact]
    public void On_the_weekend_after_its_day_nobody_is_told_yet_that_it_is_late()
    {
        var friday = Due(new DateOnly(2007, 4, 27), Made);

        Assert.Null(DueReminders.On(new DateOnly(2007, 4, 28), friday, Office));
        Assert.Equal(ReminderKind.Late, DueReminders.On(new DateOnly(2007, 4, 30), friday, Office));
    }

    [Fact]
    public void Whoever_made_it_after_a_reminder_s_day_is_not_reminded_of_what_they_know()
    {
        var short_notice = Due(BankHoliday, new DateOnly(2007, 5, 4));

        Assert.Null(DueReminders.On(new DateOnly(2007, 5, 4), short_notice, Office));
        Assert.Equal(ReminderKind.OnTheDay, DueReminders.On(BankHoliday, short_notice, Office));
    }

    private static Promise Due(DateOnly day, DateOnly made)
    {
        var promise = Promise.Mark(new Pledge("We will publish the list", "A list", People.Grace, day), (Comments.Post, Comments.Period), People.Grace);
        promise.Make(People.Grace, new DateTimeOffset(made, new TimeOnly(9, 0), TimeSpan.Zero), made);
        return promise;
    }
}
