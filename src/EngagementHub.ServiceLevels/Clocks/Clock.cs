using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Clocks;

/// <summary>
/// Reads a ticket's clock from its events. The clock runs from opening to resolution, or to the first answer where the level measures that; waiting for the
/// requester pauses it, and so does the time between a resolution and a reopening. A pause moves the due time by the working time inside it.
/// Reassigning or reopening a ticket never wipes what is already on the clock. One is used by one thread at a time.
/// </summary>
internal sealed class Clock(ServiceLevel level, WorkingCalendar calendar, CutOffs? cutOffs = null)
{
    private static readonly WorkingCalendar RoundTheClock = WorkingCalendar.In(TimeZoneInfo.Utc).Week(WeeklyHours.RoundTheClock).Build();
    private readonly Step[] _steps = [.. level.Steps];
    private readonly Dictionary<DateOnly, DateTimeOffset> _ends = [];
    private readonly bool _elapsed = level.Measure == Measure.WithinElapsedHours;

    public ClockReading Read(DateTimeOffset opened, IEnumerable<TicketEvent> events, DateTimeOffset asOf)
    {
        var ledger = Ledger.Of(opened, events, asOf);
        var row = Read(ledger);
        return new ClockReading(row, ledger, asOf) { WorkingDays = AgeAt(row, calendar.LocalDay(asOf)) };
    }

    public ClockRow Read(Ledger ledger)
    {
        var (received, done) = (Instant(ledger.Opened), level.Stops == Stops.FirstResponse && !ledger.IsVoid ? ledger.Responded : ledger.CompletedAt);
        var pauses = level.Stops == Stops.FirstResponse && done is { } answered ? Before(ledger.Pauses, answered) : ledger.Pauses;
        var due = Due(received, pauses);
        var waiting = done is null && !ledger.IsVoid ? ledger.WaitingSince : null;
        var state = ledger.IsVoid ? ClockState.Void : done is { } at ? (at <= due.UtcTicks ? ClockState.Met : ClockState.Missed) : waiting is null ? ClockState.Running : ClockState.Paused;
        var row = new ClockRow(ledger.Opened, due.UtcTicks, state)
        {
            CountsFrom = waiting is { } since && due.UtcTicks > since ? ClockRow.Never : due.UtcTicks,
            Completed = done,
            Responded = ledger.Responded,
            Reopenings = level.Stops == Stops.FirstResponse ? 0 : ledger.Reopenings,
            Paused = ledger.Waits.Count == 0 ? 0 : Seconds(ledger.Waits.Sum(wait => Elapsed(wait.From, wait.To).Ticks)),
        };
        return Dated(Lasting(row, received, done ?? waiting, pauses));
    }

    /// <summary>Working days it is old on a day, or took.</summary>
    public int AgeAt(ClockRow row, DateOnly today) =>
        row.State == ClockState.Running ? Math.Max(0, calendar.WorkingDaysBetween(DateOnly.FromDayNumber(row.AgesFrom), today)) : row.WorkingDays;

    private ClockRow Lasting(ClockRow row, DateTimeOffset received, long? until, IReadOnlyList<Stretch> pauses)
    {
        var first = calendar.DayReceived(received, level.CutOff);
        var paused = 0;
        foreach (var pause in pauses)
        {
            paused += calendar.WorkingDaysBetween(calendar.LocalDay(pause.From), calendar.LocalDay(pause.To));
        }

        if (until is not { } end)
        {
            return row with { AgesFrom = calendar.AddWorkingDays(first, paused).DayNumber };
        }

        var days = Math.Max(0, calendar.WorkingDaysBetween(first, calendar.LocalDay(Instant(end))) - paused);
        var worked = row.IsDone ? Seconds(Worked(received, Instant(end), pauses).Ticks) : 0;
        return row with { WorkingDays = days, Worked = worked, Length = !row.IsDone ? 0 : level.Measure.IsInHours() ? (int)((worked + 3599) / 3600) : days };
    }

    private ClockRow Dated(ClockRow row) => row with
    {
        Day = level.Basis switch
        {
            Basis.Completed => row.Completed is { } done ? calendar.LocalDay(Instant(done)).DayNumber : 0,
            _ when row.CountsFrom == ClockRow.Never => 0,
            Basis.Received => calendar.LocalDay(Instant(row.Received)).DayNumber,
            _ => calendar.LocalDay(Instant(row.Due)).DayNumber,
        },
    };

    private DateTimeOffset Due(DateTimeOffset received, IReadOnlyList<Stretch> pauses)
    {
        var step = StepOn(calendar.LocalDay(received));
        var within = level.Measure.IsTypicalTime() ? (int)Math.Ceiling(step.Target) : step.Within;
        return level.Measure switch
        {
            Measure.WithinWorkingHours => calendar.Due(received, TimeSpan.FromHours(within), pauses),
            Measure.WithinElapsedHours => RoundTheClock.Due(received, TimeSpan.FromHours(within), pauses),
            Measure.BacklogOlderThan => received.AddDays(within),
            Measure.InTimeForCutOff => (cutOffs ?? throw new NoWorkingTimeException("No cut-offs are kept for the service level")).DueFor(received, pauses),
            _ => EndOfWorkingDay(received, within, pauses),
        };
    }

    private Step StepOn(DateOnly day)
    {
        var i = _steps.Length - 1;
        while (i > 0 && _steps[i].From > day)
        {
            i--;
        }

        return _steps[i];
    }

    private DateTimeOffset EndOfWorkingDay(DateTimeOffset received, int within, IReadOnlyList<Stretch> pauses)
    {
        var day = calendar.AddWorkingDays(calendar.DayReceived(received, level.CutOff), within);
        if (!_ends.TryGetValue(day, out var end))
        {
            _ends[day] = end = calendar.EndOfWorkingDay(day);
        }

        return pauses.Count == 0 || end <= received ? end : calendar.Due(received, calendar.Elapsed(received, end), pauses);
    }

    private TimeSpan Worked(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Stretch> pauses) =>
        pauses.Count == 0 ? Elapsed(from, to) : (_elapsed ? RoundTheClock : calendar).Elapsed(from, to, pauses);

    private TimeSpan Elapsed(DateTimeOffset from, DateTimeOffset to) => _elapsed ? to - from : calendar.Elapsed(from, to);

    private static IReadOnlyList<Stretch> Before(IReadOnlyList<Stretch> pauses, long end) =>
        pauses.Count == 0 ? pauses : [.. pauses.Where(pause => pause.From.UtcTicks < end).Select(pause => pause.To.UtcTicks > end ? pause with { To = Instant(end) } : pause)];

    private static long Seconds(long ticks) => ticks / TimeSpan.TicksPerSecond;

    private static DateTimeOffset Instant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
