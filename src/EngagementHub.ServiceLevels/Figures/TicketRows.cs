using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>The groups in which figures count tickets.</summary>
internal static class TicketGroup
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string Late = "open-and-late";
    public const string Running = "not-yet-due";
    public const string Void = "void";
}

/// <summary>Which tickets are asked for; nothing asks for all. Group is a <see cref="TicketGroup"/> or an age band such as "age-6".</summary>
internal sealed record TicketFilter(DateOnly? Month, string? Group);

/// <summary>A ticket as one service level sees it.</summary>
internal sealed record TicketRow(long Id, string Source, string Number, string Category, ClockRow Clock, int WorkingDays, string Group)
{
    public DateTimeOffset Received => new(Clock.Received, TimeSpan.Zero);

    public DateTimeOffset Due => new(Clock.Due, TimeSpan.Zero);

    public DateTimeOffset? Completed => Clock.Completed is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    /// <summary>Why it is void, as its source says.</summary>
    public string? VoidReason { get; init; }
}

/// <summary>The tickets behind a level's figures, from the kept clocks, page by page.</summary>
internal sealed class TicketRows(HubDb db, CalendarShelf calendars, Recount recount)
{
    public async Task<(int Total, IReadOnlyList<TicketRow> Rows)> PageAsync(LevelReport report, TicketFilter filter, int skip, int take, CancellationToken cancellation)
    {
        if (report.AsOf is not { } asOf || !report.HasTickets || report.CannotBeWorkedOut)
        {
            return (0, []);
        }

        var rules = await Rules.OfAsync(db, calendars, report.Level, cancellation);
        if (report.IsPast || !await db.KeptLevels.AnyAsync(kept => kept.LevelId == report.Level.Id && kept.Rules == rules.Mark, cancellation))
        {
            return await CountedAsync(rules, asOf, filter, skip, take, cancellation);
        }

        var asked = Asked(db.Clocks.AsNoTracking().Where(clock => clock.LevelId == report.Level.Id), rules, filter, asOf);
        var total = await asked.CountAsync(cancellation);
        var clocks = await asked.OrderBy(clock => clock.Received).ThenBy(clock => clock.TicketId).Skip(skip).Take(take).ToListAsync(cancellation);
        return (total, await TellAsync(rules, [.. clocks.Select(clock => (clock.TicketId, clock.ToRow()))], asOf, cancellation));
    }

    private static IQueryable<KeptClock> Asked(IQueryable<KeptClock> clocks, Rules rules, TicketFilter filter, DateTimeOffset asOf)
    {
        var now = asOf.UtcTicks;
        if (filter.Month is { } month)
        {
            var (first, next, byDone) = (month.DayNumber, month.AddMonths(1).DayNumber, rules.Level.Basis == Basis.Completed);
            clocks = clocks.Where(clock => clock.Day >= first && clock.Day < next && (byDone || clock.CountsFrom < now || (clock.CountsFrom == now && clock.State >= ClockState.Met)));
        }

        return filter.Group switch
        {
            null => clocks,
            TicketGroup.Met => clocks.Where(clock => clock.State == ClockState.Met),
            TicketGroup.Missed => clocks.Where(clock => clock.State == ClockState.Missed),
            TicketGroup.Void => clocks.Where(clock => clock.State == ClockState.Void),
            TicketGroup.Late => clocks.Where(clock => clock.State < ClockState.Met && clock.CountsFrom < now),
            TicketGroup.Running => clocks.Where(clock => clock.State < ClockState.Met && clock.CountsFrom >= now),
            _ => InBand(clocks, rules, filter.Group, asOf),
        };
    }

    // An age is a run of days it ages from, so that no ticket's age has to be worked out to find it.
    private static IQueryable<KeptClock> InBand(IQueryable<KeptClock> clocks, Rules rules, string group, DateTimeOffset asOf)
    {
        if (!group.StartsWith("age-", StringComparison.Ordinal) || !int.TryParse(group.AsSpan(4), null, out var start) || Backlog.BandFrom(start) is not { } band)
        {
            return clocks.Where(clock => false);
        }

        var today = rules.Calendar.LocalDay(asOf);
        var oldest = band.To == int.MaxValue ? 0 : AgedOver(rules.Calendar, today, band.To);
        var youngest = band.From == 0 ? int.MaxValue : AgedOver(rules.Calendar, today, band.From - 1);
        return clocks.Where(clock => (clock.State == ClockState.Running && clock.AgesFrom > oldest && clock.AgesFrom <= youngest)
            || (clock.State == ClockState.Paused && clock.WorkingDays >= band.From && clock.WorkingDays <= band.To));
    }

    // The last day from which more than so many working days have gone by.
    private static int AgedOver(WorkingCalendar calendar, DateOnly today, int age) => calendar.AddWorkingDays(today.AddDays(1), -(age + 1)).AddDays(-1).DayNumber;

    private async Task<(int, IReadOnlyList<TicketRow>)> CountedAsync(Rules rules, DateTimeOffset asOf, TicketFilter filter, int skip, int take, CancellationToken cancellation)
    {
        var all = (await recount.RowsAsync(rules, cancellation)).Select(one => (one.Ticket, one.Row)).Where(one => IsAsked(one.Row, rules, filter, asOf)).OrderBy(one => one.Row.Received).ThenBy(one => one.Ticket).ToList();
        return (all.Count, await TellAsync(rules, [.. all.Skip(skip).Take(take)], asOf, cancellation));
    }

    private static bool IsAsked(ClockRow row, Rules rules, TicketFilter filter, DateTimeOffset asOf)
    {
        var age = rules.NewClock().AgeAt(row, rules.Calendar.LocalDay(asOf));
        var inMonth = filter.Month is not { } month || (Tallies.MonthOf(row.Day) == month.DayNumber && (rules.Level.Basis == Basis.Completed || !row.IsYetToCount(asOf.UtcTicks)));
        return inMonth && (filter.Group is null || GroupOf(row, asOf) == filter.Group
            || (row.IsOpen && filter.Group.StartsWith("age-", StringComparison.Ordinal) && int.TryParse(filter.Group.AsSpan(4), null, out var from) && Backlog.BandFrom(from) is { } band && age >= band.From && age <= band.To));
    }

    private async Task<IReadOnlyList<TicketRow>> TellAsync(Rules rules, IReadOnlyList<(long Ticket, ClockRow Row)> rows, DateTimeOffset asOf, CancellationToken cancellation)
    {
        long[] ids = [.. rows.Select(row => row.Ticket)];
        long[] gone = [.. rows.Where(row => row.Row.State == ClockState.Void).Select(row => row.Ticket)];
        var tickets = await db.Tickets.AsNoTracking().Where(ticket => ids.Contains(ticket.Id)).ToDictionaryAsync(ticket => ticket.Id, cancellation);
        var reasons = await db.Set<TicketEvent>().AsNoTracking().Where(told => told.Meaning == Meaning.Void && told.SupersededAt == null && gone.Contains(EF.Property<long>(told, "TicketId")))
            .Select(told => new { Ticket = EF.Property<long>(told, "TicketId"), Why = told.Reason == "" ? told.State : told.Reason, told.At }).ToListAsync(cancellation);
        var why = reasons.GroupBy(reason => reason.Ticket).ToDictionary(ticket => ticket.Key, ticket => ticket.MaxBy(reason => reason.At)!.Why);
        var (clock, today) = (rules.NewClock(), rules.Calendar.LocalDay(asOf));
        return [.. rows.Select(row => (row.Row, Ticket: tickets[row.Ticket])).Select(row => new TicketRow(row.Ticket.Id, row.Ticket.Source, row.Ticket.Number, row.Ticket.Category, row.Row, clock.AgeAt(row.Row, today), GroupOf(row.Row, asOf)) { VoidReason = why.GetValueOrDefault(row.Ticket.Id) })];
    }

    private static string GroupOf(ClockRow row, DateTimeOffset asOf) => row.State switch
    {
        ClockState.Void => TicketGroup.Void,
        ClockState.Met => TicketGroup.Met,
        ClockState.Missed => TicketGroup.Missed,
        _ => row.IsYetToCount(asOf.UtcTicks) ? TicketGroup.Running : TicketGroup.Late,
    };
}
