using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngagementHub.ServiceLevels.Calendars;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Which list of bank holidays was counted by, so that a newer list is told from it.</summary>
internal static class HolidayList
{
    /// <summary>The bank holidays that a version of a calendar counted by, whichever lists they came from.</summary>
    public static string Mark(CalendarText calendar)
    {
        if (calendar.Holidays.Count == 0)
        {
            return "none";
        }

        var text = string.Concat(calendar.Holidays.OrderBy(day => day.Date).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} {day.Title}\n")));
        return $"{calendar.Division}, {calendar.Holidays.Count} days to {calendar.Holidays.Max(day => day.Date):yyyy-MM-dd}, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }
}
