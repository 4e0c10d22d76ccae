using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>The ticket that has been open longest.</summary>
internal sealed record OldestOpen(string Number, DateTimeOffset Received, int WorkingDays);

/// <summary>All that a level's report is written from, as of an instant: the sums, the part of them that is not to be counted yet, and the oldest open ticket.</summary>
internal sealed class Sheet
{
    public Tallies Kept { get; } = new();

    /// <summary>Tickets in the sums that are judged later than the instant.</summary>
    public Tallies NotYet { get; } = new();

    public OldestOpen? Oldest { get; set; }

    /// <summary>For a backlog: how many are open and older than the allowance at the instant.</summary>
    public long OlderNow { get; set; }

    /// <summary>Puts a ticket in, by its clock as of the instant.</summary>
    public void Add(in ClockRow row, Ledger ledger, ServiceLevel level, WorkingCalendar calendar, DateTimeOffset asOf)
    {
        Kept.Add(row);
        if (row.IsYetToCount(asOf.UtcTicks))
        {
            NotYet.Add(row);
        }

        if (level.Measure == Measure.BacklogOlderThan)
        {
            Kept.AddBacklog(ledger, level, calendar.Zone.Id);
            OlderNow += row.IsOpen && row.Received < OlderThan(level, calendar, asOf) ? 1 : 0;
        }
    }

    public void Add(Sheet other)
    {
        Kept.Add(other.Kept);
        NotYet.Add(other.NotYet);
        OlderNow += other.OlderNow;
        Oldest = Oldest is null || other.Oldest?.Received < Oldest.Received ? other.Oldest : Oldest;
    }

    /// <summary>What was received before this is older than the month's allowance.</summary>
    public static long OlderThan(ServiceLevel level, WorkingCalendar calendar, DateTimeOffset asOf)
    {
        var today = calendar.LocalDay(asOf);
        var lastDay = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1);
        return asOf.UtcTicks - (level.StepOn(lastDay).Within * TimeSpan.TicksPerDay);
    }
}
