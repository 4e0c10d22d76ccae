using EngagementHub.WorkingTime;

namespace EngagementHub.Responses.Promises;

/// <summary>Which reminders of a promise have come due and are still of use: a run that was missed is made up for, what nobody needs any more is not.</summary>
internal static class DueReminders
{
    private const int WorkingWeek = 5;

    // What has been late for longer is no news for those who asked; its owner is asked how it stands on the first working day of each month.
    private const int NewsForWorkingDays = 20;

    public static ReminderKind? On(DateOnly today, Promise promise, WorkingCalendar office)
    {
        var (due, made) = (promise.Due, promise.MadeDay!.Value);
        var (weekBefore, dayBefore, late) = (office.AddWorkingDays(due, -WorkingWeek), office.AddWorkingDays(due, -1), office.AddWorkingDays(due, 1));

        // Whoever made it or got it after the day knows when it is due.
        return today >= late ? today <= LastNews(due, office) ? ReminderKind.Late : today >= ReportingDay(today, office) && ReportingDay(today, office) > LastNews(due, office) ? ReminderKind.StillLate : null
            : today > due ? null
            : today == due ? Unless(made >= due, ReminderKind.OnTheDay)
            : today >= dayBefore ? Unless(made >= dayBefore, ReminderKind.DayBefore)
            : today >= weekBefore ? Unless(made >= weekBefore, ReminderKind.WeekBefore)
            : null;
    }

    /// <summary>The day of a month on which owners are asked how it stands with what is late.</summary>
    public static DateOnly ReportingDay(DateOnly month, WorkingCalendar office) => office.AddWorkingDays(new DateOnly(month.Year, month.Month, 1).AddDays(-1), 1);

    /// <summary>When the owner of a late promise is asked next how it stands.</summary>
    public static DateOnly AskedNext(DateOnly today, DateOnly due, WorkingCalendar office)
    {
        var after = today > LastNews(due, office) ? today : LastNews(due, office);
        var thisMonth = ReportingDay(after, office);
        return thisMonth > after ? thisMonth : ReportingDay(after.AddDays(1 - after.Day).AddMonths(1), office);
    }

    private static DateOnly LastNews(DateOnly due, WorkingCalendar office) => office.AddWorkingDays(due, NewsForWorkingDays);

    private static ReminderKind? Unless(bool known, ReminderKind kind) => known ? null : kind;
}
