using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Blogging.Hosting.Reminders;

/// <summary>A reminder whose day has come and which is still of use: a run that was missed is made up for, one that nobody needs any more is not.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Of">The first or last day it speaks of.</param>
internal sealed record DueReminder(ReminderKind Kind, DateOnly Of)
{
    private const int DaysAhead = 7;
    private const int DaysBeforeTheEnd = 2;
    private const int DaysAfterTheStart = 2;
    private const int WorkingDaysWithoutPost = 3;

    public static IEnumerable<DueReminder> On(DateOnly today, HostingPeriod period, string zone)
    {
        if (!period.IsAgreed)
        {
            yield break;
        }

        // Whoever accepted after the day knows the dates already.
        var accepted = period.AcceptedAt!.Value.DayIn(zone);
        if (Is(today, period.FirstDay.AddDays(-DaysAhead), period.FirstDay.AddDays(-1)) && accepted <= period.FirstDay.AddDays(-DaysAhead))
        {
            yield return new(ReminderKind.WeekBefore, period.FirstDay);
        }

        if (Is(today, period.FirstDay, period.FirstDay.AddDays(DaysAfterTheStart)) && today <= period.LastDay && accepted <= period.FirstDay)
        {
            yield return new(ReminderKind.FirstDay, period.FirstDay);
        }

        // In a period of three days or fewer the first reminder says when it ends.
        var beforeTheEnd = period.LastDay.AddDays(-DaysBeforeTheEnd);
        if (beforeTheEnd > period.FirstDay && Is(today, beforeTheEnd, period.LastDay))
        {
            yield return new(ReminderKind.BeforeTheEnd, period.LastDay);
        }
    }

    /// <summary>Whether three whole working days have gone by, so that readers should have heard something.</summary>
    public static bool IsNoShow(DateOnly today, HostingPeriod period, WorkingCalendar office) =>
        period.IsActiveOn(today) && today > office.AddWorkingDays(period.FirstDay.AddDays(-1), WorkingDaysWithoutPost);

    public static DueReminder NoShow(HostingPeriod period) => new(ReminderKind.NoShow, period.FirstDay);

    public Notice ToHost(Blog blog, HostingPeriod period, DateOnly today) => Kind switch
    {
        ReminderKind.WeekBefore => new(
            $"You host {blog.Name} from {Say.Day(Of)}", $"You take over {blog.Name} {In(Of, today)}, from {period.Days}. You can write drafts now; you can publish from {Say.Day(Of)}.", Addresses.Of(blog, period), "you are the guest host"),
        ReminderKind.FirstDay => new(
            $"{blog.Name} is yours", $"You are in charge of {blog.Name} until the end of {Say.Day(period.LastDay)}. Write your first post and tell readers what they may ask.", Addresses.Of(blog, period), "you are the guest host"),
        _ => new(
            $"{blog.Name} is yours until {Say.Day(Of)}", $"Your last day as host of {blog.Name} is {Say.Day(Of)}, {In(Of, today)}. Publish what you want to say by then. What you leave open goes into a handover note; you may add a few words to it.", Addresses.Of(blog, period), "you are the guest host"),
    };

    public Notice ToStandIn(Blog blog, HostingPeriod period, string host, DateOnly today) => Kind switch
    {
        ReminderKind.WeekBefore => new(
            $"You stand in for {host} from {Say.Day(Of)}", $"{host} takes over {blog.Name} {In(Of, today)}, from {period.Days}. On those days you may post and answer when {host} cannot.", Addresses.Of(blog, period), "you are named as stand-in"),
        ReminderKind.FirstDay => new(
            $"You stand in for {host} from today", $"{host} is in charge of {blog.Name} until the end of {Say.Day(period.LastDay)}. You may post and answer when {host} cannot.", Addresses.Of(blog, period), "you are named as stand-in"),
        _ => new(
            $"{host} hosts until {Say.Day(Of)}", $"{host} is in charge of {blog.Name} until the end of {Say.Day(Of)}, {In(Of, today)}. After that neither of you can post.", Addresses.Of(blog, period), "you are named as stand-in"),
    };

    public static Notice OfSilence(Blog blog, HostingPeriod period, string host, bool toStandIn) => new(
        $"{host} has not posted yet",
        $"{host} has hosted {blog.Name} since {Say.Day(period.FirstDay)}, and after three working days nothing has been posted. {(toStandIn ? "As stand-in you may post now." : "You can name a stand-in or cut the period short.")}",
        Addresses.Of(blog, period),
        toStandIn ? "you are named as stand-in" : "you own the blog");

    private static bool Is(DateOnly today, DateOnly from, DateOnly until) => from <= today && today <= until;

    private static string In(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => "tomorrow",
        7 => "in a week",
        var days => $"in {days} days",
    };
}
