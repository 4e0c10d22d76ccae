using System.Collections.Concurrent;

namespace EngagementHub.WorkingTime;

/// <summary>The working time of a department that has not said what its own is: Monday to Friday, nine to five, with the bank holidays of England and Wales.</summary>
public static class UsualOffice
{
    /// <summary>When the day opens.</summary>
    public const string Opens = "09:00";

    /// <summary>When it closes.</summary>
    public const string Closes = "17:00";

    /// <summary>Whose bank holidays it keeps.</summary>
    public const string Division = "england-and-wales";

    /// <summary>Its calendar, with days that begin and end in that zone.</summary>
    public static WorkingCalendar In(string zone) => Built.GetOrAdd(zone, z =>
        WorkingCalendar.In(z).Week(WeeklyHours.MondayToFriday(Opens, Closes)).BankHolidays(Division).Build());

    // It takes longer to build than to ask, and it never changes.
    private static readonly ConcurrentDictionary<string, WorkingCalendar> Built = new();
}
