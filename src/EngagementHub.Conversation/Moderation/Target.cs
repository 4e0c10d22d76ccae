using EngagementHub.Core.Time;
using EngagementHub.WorkingTime;

namespace EngagementHub.Conversation.Moderation;

/// <summary>The moderators' own published target. A comment keeps its day and not its hour, so working hours are counted from the end of the day on which it came: what is decided on that day counts as nothing.</summary>
internal sealed class Target(WorkingCalendar calendar, string zone)
{
    public const int Hours = 4;
    public const int Percent = 95;

    public const string Words = "95% decided within 4 working hours after the day on which they came";

    public const string HowCounted = "A comment keeps its day, not its hour, so that nobody can be found out by the time of writing. Working hours are therefore counted from the end of that day; what is decided on the day itself counts as 0. The time a writer really waited can be up to one working day longer.";

    public DateTimeOffset DueAt(DateOnly day) => calendar.Due(AfterDay(day), TimeSpan.FromHours(Hours));

    public TimeSpan Worked(DateOnly day, DateTimeOffset until) =>
        calendar.Elapsed(AfterDay(day), until) is { Ticks: > 0 } worked ? worked : TimeSpan.Zero;

    public bool IsMet(DateOnly day, DateTimeOffset decided) => Worked(day, decided) <= TimeSpan.FromHours(Hours);

    /// <summary>What came on this day or before is late at that instant.</summary>
    public DateOnly LateUpTo(DateTimeOffset at)
    {
        var day = at.DayIn(zone);
        while (DueAt(day) >= at)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private DateTimeOffset AfterDay(DateOnly day) => day.AddDays(1).StartIn(zone);
}
