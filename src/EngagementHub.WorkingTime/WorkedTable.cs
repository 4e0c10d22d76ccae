namespace EngagementHub.WorkingTime;

/// <summary>
/// A calendar worked out for a run of days: every stretch of opening hours as instants, with the working time before it, and for each
/// UTC day the stretch to look at first. Working time up to an instant is then one index, one or two comparisons and one addition.
/// </summary>
internal sealed class WorkedTable
{
    private readonly long[] _opens;
    private readonly long[] _closes;
    private readonly long[] _before;
    private readonly Worked[] _stretches;
    private readonly int[] _firstOfUtcDay;
    private readonly long _utcStart;
    private readonly long[] _dayStarts;
    private readonly int[] _workingDaysBefore;
    private readonly int[] _workingDays;

    public WorkedTable(DateOnly first, DateOnly last, Func<DateOnly, IReadOnlyList<OpenHours>> hoursOn, LocalClock clock)
    {
        (First, Last) = (first, last);
        var days = last.DayNumber - first.DayNumber + 1;
        _dayStarts = new long[days + 1];
        _workingDaysBefore = new int[days + 1];
        var (opens, closes, before, workingDays) = (new List<long>(days * 2), new List<long>(days * 2), new List<long>(days * 2), new List<int>(days));
        var (worked, closed) = (0L, long.MinValue);

        // Hours of the two days before may reach into the first: an overnight shift can close almost two days after its day began.
        for (var number = first.DayNumber - 2; number <= last.DayNumber + 1; number++)
        {
            var midnight = DateOnly.FromDayNumber(number).ToDateTime(TimeOnly.MinValue);
            var start = clock.UtcTicks(midnight);
            var offset = clock.OffsetAt(start);
            var steady = start == midnight.Ticks - offset.Ticks && offset == clock.OffsetAt(start + (2 * TimeSpan.TicksPerDay));
            var hours = hoursOn(DateOnly.FromDayNumber(number));
            if (number >= first.DayNumber)
            {
                _dayStarts[number - first.DayNumber] = start;
                _workingDaysBefore[number - first.DayNumber] = workingDays.Count;
                if (hours.Count > 0 && number <= last.DayNumber)
                {
                    workingDays.Add(number);
                }
            }

            foreach (var stretch in hours)
            {
                var from = Math.Max(closed, steady ? start + stretch.Opens.Ticks : clock.UtcTicks(midnight + stretch.Opens));
                var to = steady ? start + stretch.Closes.Ticks : clock.UtcTicks(midnight + stretch.Closes);
                if (to > from)
                {
                    (closed, worked) = (to, worked + Add(from, to, worked));
                }
            }
        }

        Add(long.MaxValue, long.MaxValue, worked);
        (_opens, _closes, _before, _workingDays) = ([.. opens], [.. closes], [.. before], [.. workingDays]);
        _stretches = [.. _opens.Select((from, i) => new Worked(from, _closes[i] - from, _before[i])), new Worked(long.MaxValue, 0, worked)];
        _utcStart = _dayStarts[0] - (_dayStarts[0] % TimeSpan.TicksPerDay);
        _firstOfUtcDay = FirstStretches();

        long Add(long from, long to, long sum)
        {
            opens.Add(from);
            closes.Add(to);
            before.Add(sum);
            return to - from;
        }
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public long Total => _before[^1];

    public bool Covers(long utcTicks) => utcTicks >= _dayStarts[0] && utcTicks < _dayStarts[^1];

    public bool Covers(DateOnly day) => day >= First && day <= Last;

    // On a day with one stretch the loop is never entered and the rest has no branches, so that nothing is mispredicted.
    public long WorkedUntil(long utcTicks)
    {
        var i = _firstOfUtcDay[(int)((ulong)(utcTicks - _utcStart) / TimeSpan.TicksPerDay)];
        var stretches = _stretches;
        while (stretches[i + 1].Opens <= utcTicks)
        {
            i++;
        }

        ref readonly var stretch = ref stretches[i];
        return stretch.Before + Math.Min(Math.Max(utcTicks - stretch.Opens, 0), stretch.Length);
    }

    /// <summary>The stretch that is open at an instant, or else the next one.</summary>
    public int StretchAt(long utcTicks)
    {
        var i = _firstOfUtcDay[(int)((utcTicks - _utcStart) / TimeSpan.TicksPerDay)];
        while (_closes[i] <= utcTicks)
        {
            i++;
        }

        return i;
    }

    public long OpensAt(int stretch) => _opens[stretch];

    /// <summary>The closing of the stretch before; nothing when it is the table's first.</summary>
    public long? ClosesBefore(int stretch) => stretch == 0 ? null : _closes[stretch - 1];

    /// <summary>When the working time first reaches a sum; on a closing, that closing.</summary>
    public long Reaches(long worked)
    {
        var found = Array.BinarySearch(_before, worked);
        var i = (found >= 0 ? found : ~found) - 1;
        return _opens[i] + (worked - _before[i]);
    }

    /// <summary>When the working time last stood at a sum; on an opening, that opening.</summary>
    public long Leaves(long worked)
    {
        var found = Array.BinarySearch(_before, worked);
        var i = found >= 0 ? found : ~found - 1;
        return _opens[i] + (worked - _before[i]);
    }

    public DateOnly LocalDay(long utcTicks)
    {
        var day = Math.Clamp((int)((utcTicks - _utcStart) / TimeSpan.TicksPerDay), 0, _dayStarts.Length - 2);
        while (_dayStarts[day] > utcTicks)
        {
            day--;
        }

        while (_dayStarts[day + 1] <= utcTicks)
        {
            day++;
        }

        return First.AddDays(day);
    }

    /// <summary>How many working days of the table lie before a day.</summary>
    public int WorkingDaysBefore(DateOnly day) => _workingDaysBefore[day.DayNumber - First.DayNumber];

    /// <summary>The working day at a place in the table's order; nothing when the table ends before it.</summary>
    public DateOnly? WorkingDayAt(int place) =>
        place >= 0 && place < _workingDays.Length ? DateOnly.FromDayNumber(_workingDays[place]) : null;

    private int[] FirstStretches()
    {
        var first = new int[(int)((_dayStarts[^1] - _utcStart) / TimeSpan.TicksPerDay) + 2];
        var stretch = 0;
        for (var day = 0; day < first.Length; day++)
        {
            while (_closes[stretch] <= _utcStart + (day * TimeSpan.TicksPerDay))
            {
                stretch++;
            }

            first[day] = stretch;
        }

        return first;
    }

    private readonly record struct Worked(long Opens, long Length, long Before);
}
