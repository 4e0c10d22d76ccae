namespace EngagementHub.Tests.WorkingTime;

/// <summary>
/// Working time counted minute by minute, from nothing but what a zone's clocks show at an instant: a local time is the first minute that shows it or something later.
/// Slow, and shares no arithmetic with the product.
/// </summary>
internal sealed class SlowClock(TimeZoneInfo zone, DateTime start, int days, IReadOnlyDictionary<DateOnly, IReadOnlyList<(int Opens, int Closes)>> hours)
{
    private readonly bool[] _open = Walk(zone, start, days, hours, out _);

    public int Minutes => _open.Length;

    public DateTimeOffset At(int minute) => new(start.AddMinutes(minute), TimeSpan.Zero);

    public int Worked(int from, int to, IReadOnlyList<(int From, int To)> pauses) => Enumerable.Range(from, to - from).Count(minute => Counts(minute, pauses));

    /// <summary>The minute after which so many were worked; nothing when the walk ends before.</summary>
    public int? Due(int from, int amount, IReadOnlyList<(int From, int To)> pauses)
    {
        for (var minute = from; minute < Minutes; minute++)
        {
            amount -= Counts(minute, pauses) ? 1 : 0;
            if (amount == 0)
            {
                return minute + 1;
            }
        }

        return null;
    }

    public int? Before(int to, int amount, IReadOnlyList<(int From, int To)> pauses)
    {
        for (var minute = to - 1; minute >= 0; minute--)
        {
            amount -= Counts(minute, pauses) ? 1 : 0;
            if (amount == 0)
            {
                return minute;
            }
        }

        return null;
    }

    public int? NextOpening(int from) => Array.IndexOf(_open, true, from) is >= 0 and var minute ? minute : null;

    public bool IsWorkingDay(DateOnly day)
    {
        Walk(zone, start, days, new Dictionary<DateOnly, IReadOnlyList<(int, int)>> { [day] = hours[day] }, out var any);
        return any;
    }

    private bool Counts(int minute, IReadOnlyList<(int From, int To)> pauses) => _open[minute] && !pauses.Any(pause => pause.From <= minute && minute < pause.To);

    private static bool[] Walk(TimeZoneInfo zone, DateTime start, int days, IReadOnlyDictionary<DateOnly, IReadOnlyList<(int Opens, int Closes)>> hours, out bool any)
    {
        var shown = Enumerable.Range(0, days * 1440).Select(minute => TimeZoneInfo.ConvertTimeFromUtc(start.AddMinutes(minute), zone)).ToArray();
        var open = new bool[shown.Length];
        foreach (var (day, stretches) in hours)
        {
            foreach (var (opens, closes) in stretches)
            {
                var midnight = day.ToDateTime(TimeOnly.MinValue);
                var (from, to) = (First(shown, midnight.AddMinutes(opens)), First(shown, midnight.AddMinutes(closes)));
                Array.Fill(open, true, from, Math.Max(0, to - from));
            }
        }

        any = Array.IndexOf(open, true) >= 0;
        return open;
    }

    private static int First(DateTime[] shown, DateTime local) => Array.FindIndex(shown, minute => minute >= local) is >= 0 and var found ? found : shown.Length;
}
