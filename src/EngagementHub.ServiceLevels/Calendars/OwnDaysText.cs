using System.Globalization;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>A calendar's own days as people write them: a line for each, with the day, the kind, a name and hours, parted by semicolons.</summary>
internal static class OwnDaysText
{
    private static readonly string[] Forms = ["d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "d/M/yyyy"];

    public static string Write(IEnumerable<OwnDay> days) => string.Join('\n', days.Select(day => string.Join("; ", new[] { Say.ShortDay(day.Date), day.Kind, day.Name, day.Hours }).TrimEnd(' ', ';')));

    /// <exception cref="BrokenRuleException">A line cannot be read; the sentence names it.</exception>
    public static IReadOnlyList<OwnDay> Read(string? text)
    {
        var days = new Dictionary<DateOnly, OwnDay>();
        foreach (var (place, line) in (text ?? "").Split('\n').Index().Where(line => line.Item.Trim().Length > 0))
        {
            var day = ReadLine(line.Trim(), $"Line {place + 1}");
            if (!days.TryAdd(day.Date, day))
            {
                throw new BrokenRuleException($"Line {place + 1}: {Say.ShortDay(day.Date)} is in the list twice; keep one of the lines", "Days");
            }
        }

        return [.. days.Values.OrderBy(day => day.Date)];
    }

    private static OwnDay ReadLine(string line, string where)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var kind = parts.Length > 1 ? parts[1].ToLowerInvariant() : "";
        if (!DateOnly.TryParseExact(parts[0], Forms, Say.English, DateTimeStyles.None, out var date))
        {
            throw new BrokenRuleException($"{where}: \"{parts[0]}\" is not a day: write it like 29 May 2007", "Days");
        }

        if (!OwnDay.Kinds.Contains(kind))
        {
            throw new BrokenRuleException($"{where}: \"{kind}\" is not a kind of day: write {string.Join(", ", OwnDay.Kinds)}, as in 29 May 2007; privilege day; The Queen's birthday", "Days");
        }

        var day = new OwnDay(date, kind, parts.ElementAtOrDefault(2) ?? "", parts.ElementAtOrDefault(3) ?? "");
        if (parts.Length > 4 || day.Name.Length > 200 || day.Hours.Length > 200)
        {
            throw new BrokenRuleException($"{where}: write the day, the kind, a name and, if it is open, its hours, parted by semicolons", "Days");
        }

        day.Check();
        return day;
    }
}
