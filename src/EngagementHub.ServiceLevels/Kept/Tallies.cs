using System.Runtime.InteropServices;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>What a tally counts: tickets by the day or the month that counts them, open ones by age, and the comings and goings of a backlog by month.</summary>
internal enum TallyKind : short
{
    Day,
    Month,
    Running,
    Waiting,
    Backlog,
    BacklogOlder,
}

/// <summary>How a counted ticket came out.</summary>
internal enum Outcome : short
{
    Met,
    Missed,
    Open,
    Void,
}

/// <summary>Which tally: from which day on, of what outcome, and how long those took (or how old those are).</summary>
internal readonly record struct TallyKey(TallyKind Kind, int Start, Outcome Outcome, int Length);

/// <summary>How many, their working time and their paused time in seconds, and how many were reopened.</summary>
internal record struct Tally(long Count, long Worked, long Paused, long Reopened)
{
    public readonly bool IsNothing => this == default;

    public void Add(Tally other, int sign = 1) =>
        (Count, Worked, Paused, Reopened) = (Count + (sign * other.Count), Worked + (sign * other.Worked), Paused + (sign * other.Paused), Reopened + (sign * other.Reopened));
}

/// <summary>
/// Sums from which every figure of a level follows, without looking at a ticket. A ticket's part in them depends on its events alone and not on when they are
/// looked at, so that a part can be taken out and put back whenever an event comes.
/// </summary>
internal sealed class Tallies
{
    private readonly Dictionary<TallyKey, Tally> _sums = [];

    public IEnumerable<KeyValuePair<TallyKey, Tally>> Sums => _sums.Where(sum => !sum.Value.IsNothing);

    public static Outcome OutcomeOf(ClockState state) => state switch
    {
        ClockState.Met => Outcome.Met,
        ClockState.Missed => Outcome.Missed,
        ClockState.Void => Outcome.Void,
        _ => Outcome.Open,
    };

    public Tally this[TallyKey key] => _sums.GetValueOrDefault(key);

    public void Add(TallyKey key, Tally tally, int sign = 1) => CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _).Add(tally, sign);

    public void Add(Tallies others)
    {
        foreach (var (key, tally) in others._sums)
        {
            Add(key, tally);
        }
    }

    /// <summary>Puts a ticket's part in, or with a sign of -1 takes it out.</summary>
    public void Add(in ClockRow row, int sign = 1)
    {
        var (outcome, tally) = (OutcomeOf(row.State), PartOf(row));
        Add(new TallyKey(TallyKind.Day, row.Day, outcome, row.Length), tally, sign);
        Add(new TallyKey(TallyKind.Month, MonthOf(row.Day), outcome, row.Length), tally, sign);
        if (row.State == ClockState.Running)
        {
            Add(new TallyKey(TallyKind.Running, row.AgesFrom, Outcome.Open, 0), new Tally(1, 0, 0, 0), sign);
        }
        else if (row.State == ClockState.Paused)
        {
            Add(new TallyKey(TallyKind.Waiting, 0, Outcome.Open, row.WorkingDays), new Tally(1, 0, 0, 0), sign);
        }
    }

    /// <summary>A ticket's part in a backlog at the end of months: it comes in with the first month's end it is open at, and goes with the first at which it is not.</summary>
    public void AddBacklog(Ledger ledger, ServiceLevel level, string zone, int sign = 1)
    {
        var from = ledger.Opened;
        foreach (var rest in ledger.Rests)
        {
            AddOpen(ledger.Opened, from, rest.From.UtcTicks, level, zone, sign);
            from = rest.To.UtcTicks;
        }

        AddOpen(ledger.Opened, from, ledger.EndedAt, level, zone, sign);
    }

    public static Tally PartOf(in ClockRow row) => row.IsDone ? new Tally(1, row.Worked, row.Paused, row.Reopenings > 0 ? 1 : 0) : new Tally(1, 0, 0, 0);

    public static int MonthOf(int day) => day == 0 ? 0 : day - DateOnly.FromDayNumber(day).Day + 1;

    // Each month has its own step; where the allowance changes, a ticket may come in or go with the change.
    private void AddOpen(long opened, long from, long? to, ServiceLevel level, string zone, int sign)
    {
        AddBetween(TallyKind.Backlog, from, to, zone, sign);
        var steps = level.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var older = opened + (steps[i].Within * TimeSpan.TicksPerDay) + 1;
            var begins = i == 0 ? long.MinValue : FirstJudged(steps[i], zone);
            var ends = i + 1 < steps.Count ? FirstJudged(steps[i + 1], zone) : long.MaxValue;
            var (start, end) = (Math.Max(Math.Max(from, older), begins), Math.Min(to ?? long.MaxValue, ends));
            if (start < end)
            {
                AddBetween(TallyKind.BacklogOlder, start, end == long.MaxValue ? null : end, zone, sign);
            }
        }
    }

    // A step judges the months whose last day it holds on.
    private static long FirstJudged(Step step, string zone) => new DateOnly(step.From.Year, step.From.Month, 1).StartIn(zone).UtcTicks + 1;

    private void AddBetween(TallyKind kind, long from, long? to, string zone, int sign)
    {
        Add(new TallyKey(kind, EndAtOrAfter(from, zone), Outcome.Open, 0), new Tally(1, 0, 0, 0), sign);
        if (to is { } end)
        {
            Add(new TallyKey(kind, EndAtOrAfter(end, zone), Outcome.Open, 0), new Tally(1, 0, 0, 0), -sign);
        }
    }

    /// <summary>The month whose end is the first at or after an instant.</summary>
    private static int EndAtOrAfter(long at, string zone)
    {
        var instant = new DateTimeOffset(at, TimeSpan.Zero);
        var day = instant.DayIn(zone);
        var month = new DateOnly(day.Year, day.Month, 1);
        return (month.StartIn(zone) == instant ? month.AddMonths(-1) : month).DayNumber;
    }
}
