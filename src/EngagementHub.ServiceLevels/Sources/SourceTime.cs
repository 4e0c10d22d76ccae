using System.Globalization;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>
/// Reads a source's local times. A time inside the hour the clocks skip in spring never was and is refused; one inside the hour they show
/// twice in autumn is taken as its first showing, because a file does not say which is meant.
/// </summary>
internal sealed class SourceTime(MappingRules rules, DateTimeOffset now)
{
    private const int FirstYear = 1990;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(rules.Zone);

    public DateTimeOffset Read(string text, string column)
    {
        if (!DateTime.TryParseExact(text, rules.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw new RejectedRowException(column, $"\"{text}\" is not a time in the form {rules.TimeFormat}", "Correct the time, or choose the form the file is written in");
        }

        // No calendar reaches as far as a mistyped year: one such row would leave every figure of its service without an answer.
        if (local.Year < FirstYear)
        {
            throw new RejectedRowException(column, $"{text} is before {FirstYear}", "Correct the year, or choose the form the file is written in");
        }

        return local.Year <= now.Year + 1 && InstantOf(local, text, column) is var instant && instant <= now.AddDays(1) ? instant
            : throw new RejectedRowException(column, $"{text} is in the future", "Correct the time, or choose the order of day and month the file is written in");
    }

    private DateTimeOffset InstantOf(DateTime local, string text, string column)
    {
        if (_zone.IsInvalidTime(local))
        {
            throw new RejectedRowException(column, $"{text} never was in {rules.Zone}: the clocks skipped that hour", "Correct the time, or choose the zone the source writes in");
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
