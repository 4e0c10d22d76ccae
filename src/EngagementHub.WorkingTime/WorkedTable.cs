namespace EngagementHub.WorkingTime;

/// <summary>
/// A calendar worked out for a run of days: every stretch of opening hours as instants, with the working time before it, and for each UTC day the working
/// time before it, when it opens and for how long. Working time up to an instant is then one index, two comparisons and one addition. A day with several
/// stretches, or with one that is not whole seconds, says which stretch to look at first.
/// </summary>
internal sealed class WorkedTable
{
    private readonly long[] _opens;
    private readonly long[] _closes;
    private readonly long[] _before;
    private readonly int[] _firstOfUtcDay;
    private readonly UtcDay[] _utcDays;
    private readonly long _utcStart;
    private readonly long _start;
    private readonly ulong _width;
    private readonly long[] _dayStarts;
    private readonly int[] _workingDaysBefore;
    private readonly int[] _workingDays;
    private readonly int[] _openedOn;
    private readonly ZoneClock _clock;
    private readonly Func<DateOnly, IReadOnlyList<OpenHours>> _hoursOn;

    public WorkedTable(DateOnly first, DateOnly last, Func<DateOnly, IReadOnlyList<OpenHours>> hoursOn, TimeZoneInfo zone)
    {
        (First, Last) = (first, last);
        (_clock, _hoursOn) = (new ZoneClock(zone, first, last), hoursOn);
        var walked = new WorkedTableBuilder(first, last, _clock).Walk(hoursOn);
        (_dayStarts, _workingDaysBefore, _workingDays) = (walked.DayStarts, walked.WorkingDaysBefore, [.. walked.WorkingDays]);
        (_opens, _closes, _before, _openedOn) = ([.. walked.Opens, long.MaxValue, long.MaxValue], [.. walked.Closes, long.MaxValue, long.MaxValue], [.. walked.Before, walked.Worked], [.. walked.OpenedOn]);
        _utcStart = _dayStarts[0] - (_dayStarts[0] % TimeSpan.TicksPerDay);
        (_start, _width) = (_dayStarts[0], (ulong)(_dayStarts[^1] - _dayStarts[0]));
        _firstOfUtcDay = FirstStretches();
        _utcDays = [.. Enumerable.Range(0, _firstOfUtcDay.Length).Select(UtcDayOf)];
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public long Total => _before[^1];

    public bool Covers(long utcTicks) => (ulong)(utcTicks - _start) < _width;

    public bool Covers(DateOnly day) => day >= First && day <= Last;

    // No branch that depends on the time of day, so that nothing is mispredicted.
    public long WorkedUntil(long utcTicks)
    {
        var since = (ulong)(utcTicks - _utcStart);
        var number = since / TimeSpan.TicksPerDay;
        var day = _utcDays[number];
        if (day.Length == UtcDay.Several)
        {
            return WorkedUntil(_firstOfUtcDay[number], utcTicks);
        }

        var open = (long)(since - (number * TimeSpan.TicksPerDay)) - (day.Opens * TimeSpan.TicksPerSecond);
        return day.Before + Math.Min(Math.Max(open, 0), day.Length * TimeSpan.TicksPerSecond);
    }

    private long WorkedUntil(int stretch, long utcTicks)
    {
        while (_opens[stretch + 1] <= utcTicks)
        {
            stretch++;
        }

        return _before[stretch] + Math.Min(Math.Max(utcTicks - _opens[stretch], 0), _closes[stretch] - _opens[stretch]);
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

    public bool IsWorkingDay(DateOnly day) => WorkingDaysBefore(day.AddDays(1)) > WorkingDaysBefore(day);

    /// <summary>The stretches that open on a day, where they are not inside an earlier one.</summary>
    public IEnumerable<(long Opens, long Closes)> StretchesOf(DateOnly day)
    {
        var at = Array.BinarySearch(_openedOn, day.DayNumber);
        while (at > 0 && _openedOn[at - 1] == day.DayNumber)
        {
            at--;
        }

        for (; at >= 0 && at < _openedOn.Length && _openedOn[at] == day.DayNumber; at++)
        {
            yield return (_opens[at], _closes[at]);
        }
    }

    /// <summary>The closing of the last hours that open on a day; nothing when it has none.</summary>
    public long? ClosingOf(DateOnly day) => IsWorkingDay(day) ? _clock.UtcTicks((day.DayNumber * TimeSpan.TicksPerDay) + _hoursOn(day).Max(stretch => stretch.Closes.Ticks)) : null;

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

    // What of the stretches lies in a UTC day. Hours that began the day before are counted from midnight.
    private UtcDay UtcDayOf(int number)
    {
        var (start, stretch) = (_utcStart + (number * TimeSpan.TicksPerDay), _firstOfUtcDay[number]);
        var end = start + TimeSpan.TicksPerDay;
        var (opens, closes) = (Math.Max(_opens[stretch], start), Math.Min(_closes[stretch], end));
        return opens >= end ? new UtcDay(_before[stretch], 0, 0)
            : _opens[stretch + 1] < end || (opens - start) % TimeSpan.TicksPerSecond != 0 || (closes - opens) % TimeSpan.TicksPerSecond != 0 ? new UtcDay(0, 0, UtcDay.Several)
            : new UtcDay(_before[stretch] + opens - _opens[stretch], (uint)((opens - start) / TimeSpan.TicksPerSecond), (uint)((closes - opens) / TimeSpan.TicksPerSecond));
    }

    /// <summary>A UTC day: the working time before it, and in seconds when it opens and for how long.</summary>
    private readonly record struct UtcDay(long Before, uint Opens, uint Length)
    {
        public const uint Several = uint.MaxValue;
    }
}
