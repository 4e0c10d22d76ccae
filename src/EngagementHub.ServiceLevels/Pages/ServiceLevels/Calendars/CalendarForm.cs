using System.ComponentModel.DataAnnotations;
using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>A calendar as it is typed: the hours of each weekday and the own days as text.</summary>
internal sealed class CalendarForm
{
    [Required(ErrorMessage = "Enter a name for the calendar"), StringLength(200, ErrorMessage = "The name can have 200 characters at most")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Enter the time zone, for example Europe/London"), StringLength(60, ErrorMessage = "The time zone can have 60 characters at most")]
    public string? Zone { get; set; }

    public string? Division { get; set; }

    public bool PrivilegeDaysAreWorked { get; set; }

    [Required(ErrorMessage = "Enter the day from which these hours hold"), Display(Name = "day from which these hours hold")]
    public DateOnly? From { get; set; }

    [StringLength(200)]
    public string? Monday { get; set; }

    [StringLength(200)]
    public string? Tuesday { get; set; }

    [StringLength(200)]
    public string? Wednesday { get; set; }

    [StringLength(200)]
    public string? Thursday { get; set; }

    [StringLength(200)]
    public string? Friday { get; set; }

    [StringLength(200)]
    public string? Saturday { get; set; }

    [StringLength(200)]
    public string? Sunday { get; set; }

    [StringLength(20000, ErrorMessage = "The days can have 20,000 characters at most")]
    public string? Days { get; set; }

    [StringLength(2000, ErrorMessage = "The reason can have 2,000 characters at most")]
    public string? Why { get; set; }

    public static IEnumerable<SelectListItem> Divisions { get; } = BankHolidays.Shipped.Divisions.Select(division => new SelectListItem(DivisionText.InWords(division), division));

    public static CalendarForm Of(StoredCalendar calendar)
    {
        var week = calendar.Weeks is [.., var last] ? last : new DatedWeek(new DateOnly(2005, 1, 1), WeekText.Closed);
        var hours = week.Hours;
        return new CalendarForm
        {
            Name = calendar.Name,
            Zone = calendar.Zone,
            Division = calendar.Division,
            PrivilegeDaysAreWorked = calendar.PrivilegeDaysAreWorked,
            From = week.From,
            Monday = hours.Monday,
            Tuesday = hours.Tuesday,
            Wednesday = hours.Wednesday,
            Thursday = hours.Thursday,
            Friday = hours.Friday,
            Saturday = hours.Saturday,
            Sunday = hours.Sunday,
            Days = OwnDaysText.Write(calendar.Days),
        };
    }

    /// <summary>What it would say, with the weeks of other days as they were.</summary>
    /// <exception cref="BrokenRuleException">Something typed cannot be read.</exception>
    public CalendarText Text(CalendarText known)
    {
        var week = new WeekText(Tidy(Monday), Tidy(Tuesday), Tidy(Wednesday), Tidy(Thursday), Tidy(Friday), Tidy(Saturday), Tidy(Sunday));
        _ = week.Week();
        return (known with { Zone = Zone!.Trim(), Division = Division ?? "", PrivilegeDaysAreWorked = PrivilegeDaysAreWorked, Days = OwnDaysText.Read(Days) }).OpenFrom(From!.Value, week);
    }

    // The same hours are always written the same, so that spaces are no change.
    private static string Tidy(string? hours)
    {
        try
        {
            return string.Join(", ", OpenHours.ParseDay(hours ?? "").OrderBy(stretch => stretch.Opens));
        }
        catch (FormatException)
        {
            return hours!;
        }
    }
}
