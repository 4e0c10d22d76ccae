namespace EngagementHub.WorkingTime;

/// <summary>
/// The instants at which a zone's clocks show a local time. A time the clocks skip in spring is the moment of the change;
/// a time they show twice in autumn is its first showing.
/// </summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    public long UtcTicks(DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            return Change(local);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return local.Ticks - offset.Ticks;
    }

    public TimeSpan OffsetAt(long utcTicks) => zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc));

    private long Change(DateTime skipped)
    {
        var (before, after) = (skipped.Ticks - TimeSpan.TicksPerDay, skipped.Ticks + TimeSpan.TicksPerDay);
        var offset = OffsetAt(before);
        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = OffsetAt(middle) == offset ? (middle, after) : (before, middle);
        }

        return after;
    }
}
