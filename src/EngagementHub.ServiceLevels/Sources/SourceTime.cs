using System.Globalization;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>
/// Reads a source's local times. A time inside the hour the clocks skip in spring never was and is refused; one inside the hour they show
/// twice in autumn is taken as its first showing, because a file does not say which is meant.
/// </summary>
internal sealed class SourceTime(MappingRules rules, DateTimeOffset now)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(rules.Zone);

    public DateTimeOffset Read(string text, string column)
    {
        if (!DateTime.TryParseExact(text, rules.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            throw new RejectedRowException(column, $"\"{text}\" is not a time in the form {rules.TimeFormat}", "Correct the time, or choose the form the file is written in");
        }

        if (_zone.IsInvalidTime(local))
        {
            throw new RejectedRowException(column, $"{text} never was in {rules.Zone}: the clocks skipped that hour", "Correct the time, or choose the zone the source writes in");
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        var instant = new DateTimeOffset(local, offset).ToUniversalTime();
        return instant <= now.AddDays(1) ? instant
            : throw new RejectedRowException(column, $"{text} is in the future", "Correct the time, or choose the order of day and month the file is written in");
    }
}
