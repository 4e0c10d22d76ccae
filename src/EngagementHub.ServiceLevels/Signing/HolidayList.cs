using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Which list of bank holidays was counted by, so that a newer list is told from it.</summary>
internal static class HolidayList
{
    public static string Mark(string division)
    {
        if (division.Length == 0)
        {
            return "none";
        }

        var days = BankHolidays.Shipped.Of(division);
        var text = string.Concat(days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd} {day.Title}\n")));
        return $"{division}, {days.Count} days to {days.Max(day => day.Date):yyyy-MM-dd}, {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}";
    }
}
