using System.Globalization;

namespace EngagementHub.WorkingTime;

/// <summary>
/// One stretch of opening hours on a local day, half-open: open at <see cref="Opens"/>, no longer open at <see cref="Closes"/>.
/// A closing earlier than the opening crosses midnight, and the whole stretch belongs to the day it opens on.
/// </summary>
public readonly record struct OpenHours
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private OpenHours(TimeSpan opens, TimeSpan closes) => (Opens, Closes) = (opens, closes);

    /// <summary>The local time of opening, counted from midnight; before 24:00.</summary>
    public TimeSpan Opens { get; }

    /// <summary>The local time of closing, counted from the midnight of the opening day; more than 24 hours when it is past the next midnight.</summary>
    public TimeSpan Closes { get; }

    /// <summary>Midnight to midnight.</summary>
    public static OpenHours RoundTheClock { get; } = new(TimeSpan.Zero, Day);

    /// <summary>From opening to closing, each counted from midnight; a closing before the opening means the next day.</summary>
    /// <exception cref="FormatException">The times are outside the day, or the same.</exception>
    public static OpenHours Between(TimeSpan opens, TimeSpan closes)
    {
        if (opens < TimeSpan.Zero || opens >= Day || closes < TimeSpan.Zero || closes > Day)
        {
            throw new FormatException("Opening hours lie between 00:00 and 24:00");
        }

        if (opens == closes)
        {
            throw new FormatException($"Opening and closing are both {Text(opens)}: give two different times, or 00:00 to 24:00 for round the clock");
        }

        return new OpenHours(opens, closes < opens ? closes + Day : closes);
    }

    /// <summary>From opening to closing, written "09:00" or "09:00:30"; "24:00" is the end of the day.</summary>
    /// <exception cref="FormatException">One of the times cannot be read.</exception>
    public static OpenHours Between(string opens, string closes)
    {
        ArgumentNullException.ThrowIfNull(opens);
        ArgumentNullException.ThrowIfNull(closes);
        return Between(TimeOfDay(opens), TimeOfDay(closes));
    }

    /// <summary>Reads a day's hours, such as "09:00-12:30, 13:30-17:00"; an empty text is a closed day.</summary>
    /// <exception cref="FormatException">A stretch is not written as opening-closing.</exception>
    public static IReadOnlyList<OpenHours> ParseDay(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
    }

    /// <summary>The hours as "09:00-17:00".</summary>
    public override string ToString() => $"{Text(Opens)}-{Text(Closes > Day ? Closes - Day : Closes)}";

    private static OpenHours Parse(string text)
    {
        var parts = text.Split('-', '–');
        return parts.Length == 2
            ? Between(parts[0], parts[1])
            : throw new FormatException($"\"{text}\" is not a stretch of hours: write it like 09:00-17:00");
    }

    private static TimeSpan TimeOfDay(string text)
    {
        var trimmed = text.Trim();
        return trimmed is "24:00" or "24:00:00" ? Day
            : TimeOnly.TryParseExact(trimmed, ["HH:mm", "H:mm", "HH:mm:ss", "H:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
            : throw new FormatException($"\"{trimmed}\" is not a time of day: write it like 09:00, up to 24:00");
    }

    private static string Text(TimeSpan time) =>
        time == Day ? "24:00" : time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
