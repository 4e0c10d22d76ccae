using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>When round-ups leave: at eight in the morning on the blog's clock, the weekly one on Mondays.</summary>
internal static class RoundUps
{
    private static readonly TimeOnly Hour = new(8, 0);

    /// <summary>The local day of the last round-up that has come due.</summary>
    public static DateOnly DueOn(Rhythm rhythm, DateTimeOffset now, string zone)
    {
        var today = now.DayIn(zone);
        var day = now < InstantOn(today, zone) ? today.AddDays(-1) : today;
        return rhythm == Rhythm.Weekly ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : day;
    }

    public static DateTimeOffset InstantOn(DateOnly day, string zone)
    {
        var local = day.ToDateTime(Hour);
        return new DateTimeOffset(local, LocalTime.Zone(zone).GetUtcOffset(local)).ToUniversalTime();
    }
}
