using System.Collections.Concurrent;

namespace EngagementHub.Core.Time;

/// <summary>Instants are UTC; days are local days in a named zone. These cross from one to the other.</summary>
public static class LocalTime
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new();

    /// <summary>The zone by its IANA name, as in <c>Europe/London</c>.</summary>
    /// <exception cref="TimeZoneNotFoundException">No such zone.</exception>
    public static TimeZoneInfo Zone(string name) => Zones.GetOrAdd(name, TimeZoneInfo.FindSystemTimeZoneById);

    /// <summary>The instant as the wall clock in the zone shows it.</summary>
    public static DateTimeOffset In(this DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(instant, Zone(zone));

    /// <summary>The local day of the instant in the zone.</summary>
    public static DateOnly DayIn(this DateTimeOffset instant, string zone) => DateOnly.FromDateTime(instant.In(zone).DateTime);

    /// <summary>The instant at which the local day begins in the zone. Where the clock skips midnight, the first instant that exists.</summary>
    public static DateTimeOffset StartIn(this DateOnly day, string zone)
    {
        var info = Zone(zone);
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (info.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        // Where midnight happens twice the day begins at the first: the larger offset.
        var offset = info.IsAmbiguousTime(local) ? info.GetAmbiguousTimeOffsets(local).Max() : info.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
