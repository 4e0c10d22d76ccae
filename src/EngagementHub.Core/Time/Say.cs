using System.Globalization;

namespace EngagementHub.Core.Time;

/// <summary>Dates, times and counts in the words the pages use.</summary>
public static class Say
{
    /// <summary>British English, whatever the machine is set to.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Friday 27 April 2007".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>"27 April 2007".</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>"18 to 27 April 2007", leaving out what both days share.</summary>
    public static string Days(DateOnly first, DateOnly last) =>
        first == last ? ShortDay(first)
        : first.Year != last.Year ? $"{ShortDay(first)} to {ShortDay(last)}"
        : first.Month != last.Month ? $"{first.ToString("d MMMM", English)} to {ShortDay(last)}"
        : $"{first.Day} to {ShortDay(last)}";

    /// <summary>"April 2007".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", English);

    /// <summary>"2:30pm", local time in the zone.</summary>
    public static string Time(DateTimeOffset instant, string zone)
    {
        var local = instant.In(zone);
        return local is { Hour: 12, Minute: 0 } ? "midday"
            : local is { Hour: 0, Minute: 0 } ? "midnight"
            : local.ToString(local.Minute == 0 ? "h'" + Half(local) + "'" : "h:mm'" + Half(local) + "'", English);
    }

    /// <summary>"2:30pm on Friday 27 April 2007", local time in the zone.</summary>
    public static string Moment(DateTimeOffset instant, string zone) => $"{Time(instant, zone)} on {Day(instant.DayIn(zone))}";

    /// <summary>"1 comment", "3 comments", "1,200 comments".</summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">The noun for one.</param>
    /// <param name="plural">The noun for many, where adding an s is wrong.</param>
    public static string Count(long number, string noun, string? plural = null) =>
        $"{number.ToString("N0", English)} {(number == 1 ? noun : plural ?? noun + "s")}";

    private static string Half(DateTimeOffset local) => local.Hour < 12 ? "am" : "pm";
}
