using EngagementHub.WorkingTime;

namespace EngagementHub.Responses.Promises;

/// <summary>Which reminders of a promise have come due and are still of use: a run that was missed is made up for, what nobody needs any more is not.</summary>
internal static class DueReminders
{
    private const int WorkingWeek = 5;

    // What has been late for longer is no news; it stays in the list of promises all the same.
    private const int NewsForWorkingDays = 20;

    public static ReminderKind? On(DateOnly today, Promise promise, WorkingCalendar office)
    {
        var (due, made) = (promise.Due, promise.MadeDay!.Value);
        var (weekBefore, dayBefore, late) = (office.AddWorkingDays(due, -WorkingWeek), office.AddWorkingDays(due, -1), office.AddWorkingDays(due, 1));

        // Whoever made it or got it after the day knows when it is due.
        return today >= late ? today <= office.AddWorkingDays(due, NewsForWorkingDays) ? ReminderKind.Late : null
            : today > due ? null
            : today == due ? Unless(made >= due, ReminderKind.OnTheDay)
            : today >= dayBefore ? Unless(made >= dayBefore, ReminderKind.DayBefore)
            : today >= weekBefore ? Unless(made >= weekBefore, ReminderKind.WeekBefore)
            : null;
    }

    private static ReminderKind? Unless(bool known, ReminderKind kind) => known ? null : kind;
}
