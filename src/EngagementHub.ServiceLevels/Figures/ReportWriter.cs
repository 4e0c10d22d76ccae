using EngagementHub.ServiceLevels.Catalogue;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>Works out a service level's report from the tickets it counts. Knows neither the time nor the database.</summary>
internal sealed class ReportWriter(Service service, ServiceLevel level, WorkingCalendar calendar)
{
    private readonly Clock _clock = new(level, calendar);

    public LevelReport Write(IEnumerable<Ticket> tickets, DateTimeOffset? asOf)
    {
        var blank = new LevelReport(service, level, calendar.Zone.Id) { AsOf = asOf };
        if (level.Measure == Measure.ShareCorrect)
        {
            return WithCounts(blank, asOf);
        }

        return asOf is { } at ? WithTickets(blank, [.. tickets.Where(Belongs).Where(ticket => ticket.OpenedAt <= at)], at) : blank;
    }

    private bool Belongs(Ticket ticket) => level.Category.Length == 0 || string.Equals(level.Category, ticket.Category, StringComparison.OrdinalIgnoreCase);

    private LevelReport WithTickets(LevelReport blank, IReadOnlyList<Ticket> tickets, DateTimeOffset asOf)
    {
        TicketReading[] readings = [.. tickets.Select(ticket => Read(ticket, asOf))];
        return blank with
        {
            Readings = readings,
            Whole = Figure.Of(readings),
            Backlog = Backlog.Of(readings),
            Months = level.Measure == Measure.BacklogOlderThan ? [.. BacklogByMonth([.. tickets.Zip(readings)], asOf)] : [.. ByMonth(readings)],
        };
    }

    private TicketReading Read(Ticket ticket, DateTimeOffset asOf)
    {
        var reading = _clock.Read(ticket.OpenedAt, ticket.Events, asOf);
        return new TicketReading(ticket.Source, ticket.Number, ticket.Category, reading, DayOf(reading));
    }

    // What is not due yet is in no month yet, even when it is done: a month that counted only the quick ones so far would flatter itself.
    private DateOnly? DayOf(ClockReading reading) => level.Basis switch
    {
        Basis.Completed => reading.Completed is { } done ? calendar.LocalDay(done) : null,
        _ when reading.Due > reading.AsOf => null,
        Basis.Received => calendar.LocalDay(reading.Received),
        _ => calendar.LocalDay(reading.Due),
    };

    private IEnumerable<MonthFigure> ByMonth(TicketReading[] readings) =>
        from reading in readings
        where reading.Month is not null
        group reading by reading.Month!.Value into month
        orderby month.Key
        select InMonth(month.Key, Figure.Of(month));

    private IEnumerable<MonthFigure> BacklogByMonth((Ticket Ticket, TicketReading Reading)[] read, DateTimeOffset asOf)
    {
        var (first, last) = (level.Steps[0].From, calendar.LocalDay(asOf));
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1).StartIn(calendar.Zone.Id) is var next && next < asOf ? next : asOf;
            var open = read.Where(entry => WasOpenAt(end, entry.Ticket, entry.Reading)).Select(entry => entry.Reading).ToList();
            var figure = InMonth(month, new Figure(0, 0, 0, open.Count, 0));
            yield return figure with { Older = open.Count(reading => reading.Clock.Received < end.AddDays(-figure.Step.Within)) };
        }
    }

    // A ticket that was reopened or withdrawn later stands at a month's end as it stood then.
    private static bool WasOpenAt(DateTimeOffset end, Ticket ticket, TicketReading reading)
    {
        var ledger = ticket.LastEventAt <= end ? reading.Clock.Ledger : Ledger.Of(ticket.OpenedAt, ticket.Events, end);
        return ticket.OpenedAt <= end && ledger.Completed is null && ledger.VoidReason is null;
    }

    private LevelReport WithCounts(LevelReport blank, DateTimeOffset? asOf)
    {
        var counts = level.Counts.Where(count => asOf is null || EndOf(count.Month) <= asOf).GroupBy(count => count.Month).Select(month => LastKnown(month, asOf)).OrderBy(count => count.Month).ToList();
        return counts.Count == 0 ? blank with { AsOf = null } : blank with
        {
            AsOf = EndOf(counts[^1].Month),
            IsLive = level.Live,
            Months = [.. counts.Select(count => InMonth(count.Month, Figure.Counted(count.Right, count.Of)))],
            Whole = Figure.Counted(counts.Sum(count => count.Right), counts.Sum(count => count.Of)),
        };
    }

    private DateTimeOffset EndOf(DateOnly month) => month.AddMonths(1).StartIn(calendar.Zone.Id).AddSeconds(-1);

    // A correction made later was not known then. A recipe records a history after the fact, so the first record holds from the month's end.
    private static MonthlyCount LastKnown(IEnumerable<MonthlyCount> records, DateTimeOffset? asOf) =>
        asOf is null ? records.Last() : records.LastOrDefault(count => count.RecordedAt <= asOf) ?? records.First();

    // A step may start inside a month; the month is judged by the step in force on its last day.
    private MonthFigure InMonth(DateOnly month, Figure figure)
    {
        var lastDay = month.AddMonths(1).AddDays(-1);
        return new MonthFigure(month, figure, level.Measure, level.StepOn(lastDay)) { Promised = level.HasPromised(lastDay) };
    }
}
