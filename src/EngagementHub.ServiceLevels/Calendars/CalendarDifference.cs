namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>What one version of a calendar says otherwise than another: a sentence for each thing.</summary>
internal static class CalendarDifference
{
    public static IReadOnlyList<string> Between(CalendarText before, CalendarText after) =>
    [
        .. Zone(before, after), .. Hours(before, after), .. Days(before, after), .. Holidays(before, after),
    ];

    private static IEnumerable<string> Zone(CalendarText before, CalendarText after)
    {
        if (before.Zone != after.Zone)
        {
            yield return $"the time zone is {after.Zone}; it was {before.Zone}";
        }

        if (before.Division != after.Division)
        {
            yield return $"it keeps {OfDivision(after.Division)}; it kept {OfDivision(before.Division)}";
        }

        if (before.PrivilegeDaysAreWorked != after.PrivilegeDaysAreWorked)
        {
            yield return after.PrivilegeDaysAreWorked ? "privilege days are working days; they were not" : "privilege days are not working days; they were";
        }
    }

    private static IEnumerable<string> Hours(CalendarText before, CalendarText after)
    {
        foreach (var week in after.Weeks)
        {
            var known = before.Weeks.FirstOrDefault(other => other.From == week.From);
            if (known?.Hours != week.Hours)
            {
                yield return $"from {Say.ShortDay(week.From)} open {week.Hours.InWords}{(known is null ? "" : $"; it was {known.Hours.InWords}")}";
            }
        }

        foreach (var gone in before.Weeks.Where(week => after.Weeks.All(other => other.From != week.From)))
        {
            yield return $"no longer from {Say.ShortDay(gone.From)} open {gone.Hours.InWords}";
        }
    }

    private static IEnumerable<string> Days(CalendarText before, CalendarText after)
    {
        var known = before.Days.ToDictionary(day => day.Date);
        foreach (var day in after.Days.Where(day => known.GetValueOrDefault(day.Date) != day))
        {
            yield return $"{day.InWords}{(known.TryGetValue(day.Date, out var was) ? $"; it was {was.InWords}" : "")}";
        }

        foreach (var gone in before.Days.Where(day => after.Days.All(other => other.Date != day.Date)))
        {
            yield return $"no longer {gone.InWords}";
        }
    }

    // A change of division changes nearly every holiday; saying that is enough.
    private static IEnumerable<string> Holidays(CalendarText before, CalendarText after)
    {
        if (before.Division != after.Division)
        {
            yield break;
        }

        foreach (var day in after.Holidays.Where(day => before.Holidays.All(known => known.Date != day.Date)))
        {
            yield return $"{Say.ShortDay(day.Date)} bank holiday ({day.Title})";
        }

        foreach (var gone in before.Holidays.Where(day => after.Holidays.All(other => other.Date != day.Date)))
        {
            yield return $"no longer {Say.ShortDay(gone.Date)} bank holiday ({gone.Title})";
        }
    }

    private static string OfDivision(string division) => division.Length == 0 ? "no bank holidays" : $"the bank holidays of {DivisionText.InWords(division)}";
}
