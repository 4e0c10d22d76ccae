namespace EngagementHub.WorkingTime;

/// <summary>Walks the days of a table once and gathers their stretches of opening hours as instants.</summary>
internal sealed class WorkedTableBuilder(DateOnly first, DateOnly last, ZoneClock clock)
{
    private readonly int _days = last.DayNumber - first.DayNumber + 1;
    private long _closed = long.MinValue;
    private long _worked;

    public List<long> Opens { get; } = [];

    public List<long> Closes { get; } = [];

    /// <summary>Working time before each stretch.</summary>
    public List<long> Before { get; } = [];

    /// <summary>The day that each stretch belongs to: the one it opens on.</summary>
    public List<int> OpenedOn { get; } = [];

    public List<int> WorkingDays { get; } = [];

    public long[] DayStarts { get; private set; } = [];

    public int[] WorkingDaysBefore { get; private set; } = [];

    public long Worked => _worked;

    // Hours of the two days before may reach into the first: an overnight shift can close almost two days after its day began.
    public WorkedTableBuilder Walk(Func<DateOnly, IReadOnlyList<OpenHours>> hoursOn)
    {
        (DayStarts, WorkingDaysBefore) = (new long[_days + 1], new int[_days + 1]);
        for (var number = first.DayNumber - 2; number <= last.DayNumber + 1; number++)
        {
            var place = number - first.DayNumber;
            if (place >= 0)
            {
                DayStarts[place] = clock.UtcTicks(number * TimeSpan.TicksPerDay);
                WorkingDaysBefore[place] = WorkingDays.Count;
            }

            if (Opened(number, hoursOn(DateOnly.FromDayNumber(number))) && place >= 0 && place < _days)
            {
                WorkingDays.Add(number);
            }
        }

        return this;
    }

    // A day whose hours the clocks skip altogether was never worked.
    private bool Opened(int number, IReadOnlyList<OpenHours> hours)
    {
        var opened = false;
        foreach (var stretch in hours)
        {
            var from = clock.UtcTicks((number * TimeSpan.TicksPerDay) + stretch.Opens.Ticks);
            var to = clock.UtcTicks((number * TimeSpan.TicksPerDay) + stretch.Closes.Ticks);
            opened |= to > from;
            Add(Math.Max(_closed, from), to, number);
        }

        return opened;
    }

    private void Add(long from, long to, int day)
    {
        if (to <= from)
        {
            return;
        }

        Opens.Add(from);
        Closes.Add(to);
        Before.Add(_worked);
        OpenedOn.Add(day);
        (_closed, _worked) = (to, _worked + to - from);
    }
}
