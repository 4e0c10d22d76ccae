namespace EngagementHub.WorkingTime;

/// <summary>
/// The clocks of a zone over a run of days, as pieces of time in which they do not change. A local time belongs to the first instant at which the clocks show
/// it or something later: a time they skip is the moment of the change, a time they show twice is its first showing. The framework's own questions about
/// local times know only of daylight saving; a zone that changes sides of the date line skips a whole day (Apia on 30 December 2011).
/// </summary>
internal sealed class ZoneClock
{
    private static readonly long Stride = TimeSpan.FromHours(12).Ticks;
    private static readonly long MostAhead = TimeSpan.FromHours(15).Ticks;
    private readonly TimeZoneInfo _zone;
    private readonly List<long> _starts = [];
    private readonly List<long> _offsets = [];

    /// <summary>For local times from two days before the first day to three days after the last.</summary>
    public ZoneClock(TimeZoneInfo zone, DateOnly first, DateOnly last)
    {
        _zone = zone;
        var (from, to) = (Math.Max(0, (first.DayNumber - 4) * TimeSpan.TicksPerDay), Math.Min(DateTime.MaxValue.Ticks, (last.DayNumber + 5) * TimeSpan.TicksPerDay));
        (_starts, _offsets) = ([long.MinValue], [OffsetAt(from)]);
        for (var at = from; at < to; at += Stride)
        {
            Compare(at, Math.Min(at + Stride, to));
        }
    }

    /// <summary>The instant that belongs to a local time, both in ticks.</summary>
    public long UtcTicks(long local)
    {
        var piece = _starts.BinarySearch(local - MostAhead);
        for (piece = piece < 0 ? ~piece - 1 : piece; ; piece++)
        {
            var at = Math.Max(_starts[piece], local - _offsets[piece]);
            if (piece == _starts.Count - 1 || at < _starts[piece + 1])
            {
                return at;
            }
        }
    }

    private long OffsetAt(long utcTicks) => _zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;

    private void Compare(long before, long after)
    {
        var offset = OffsetAt(after);
        if (offset == _offsets[^1])
        {
            return;
        }

        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = OffsetAt(middle) == _offsets[^1] ? (middle, after) : (before, middle);
        }

        _starts.Add(after);
        _offsets.Add(offset);
    }
}
