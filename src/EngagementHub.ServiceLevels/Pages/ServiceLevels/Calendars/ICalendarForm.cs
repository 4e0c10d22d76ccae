namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>A page on which a calendar is typed.</summary>
internal interface ICalendarForm
{
    CalendarForm Form { get; }
}
