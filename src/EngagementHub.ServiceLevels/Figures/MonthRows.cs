using System.Runtime.CompilerServices;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>A ticket of a level's month, as it is frozen. The outcome is one of <see cref="TicketGroup"/>.</summary>
internal sealed record MonthRow(string Source, string Ticket, DateTimeOffset Received, DateTimeOffset Due, DateTimeOffset? Completed, string Outcome)
{
    /// <summary>From the day received to completion; 0 while it is open.</summary>
    public int WorkingDays { get; init; }
}

/// <summary>The rows behind a level's month, those left out as void included, in an order that never changes: by source, then by number, letter by letter.</summary>
internal sealed class MonthRows(HubDb db, CalendarShelf calendars, Recount recount, SourceFreshness freshness)
{
    public async Task<IReadOnlyList<MonthRow>> OfAsync(ServiceLevel level, DateOnly month, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var rules = await Rules.OfAsync(db, calendars, level, cancellation);
        if (level.Measure == Measure.BacklogOlderThan)
        {
            return await OpenAtAsync(rules, month, asOf, cancellation);
        }

        var rows = await ReadAsync(rules, month, asOf, cancellation);
        return await TellAsync([.. rows.Where(row => level.Basis == Basis.Completed || !row.Row.IsYetToCount(asOf.UtcTicks))], cancellation);
    }

    /// <summary>How many belong to a month and are not to be counted yet.</summary>
    public async Task<int> YetToCountAsync(ServiceLevel level, DateOnly month, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var rules = await Rules.OfAsync(db, calendars, level, cancellation);
        var (from, to, now) = (FirstDay(month), FirstDay(month.AddMonths(1)), asOf.UtcTicks);
        return await IsKeptAsync(rules, asOf, cancellation)
            ? await db.Clocks.CountAsync(clock => clock.LevelId == level.Id && clock.Day >= from && clock.Day < to && clock.State != ClockState.Void && (clock.CountsFrom > now || (clock.CountsFrom == now && clock.State < ClockState.Met)), cancellation)
            : (await ReadAsync(rules, month, asOf, cancellation)).Count(row => row.Row.State != ClockState.Void && row.Row.IsYetToCount(now));
    }

    private static int FirstDay(DateOnly month) => new DateOnly(month.Year, month.Month, 1).DayNumber;

    private async Task<bool> IsKeptAsync(Rules rules, DateTimeOffset asOf, CancellationToken cancellation) =>
        !await IsPastAsync(rules, asOf, cancellation) && await db.KeptLevels.AnyAsync(kept => kept.LevelId == rules.Level.Id && kept.Rules == rules.Mark, cancellation);

    private async Task<bool> IsPastAsync(Rules rules, DateTimeOffset asOf, CancellationToken cancellation) => asOf < (await freshness.OfServiceAsync(rules.Level.ServiceId, cancellation)).LastGood;

    // What is kept tells of now; an instant of the past is counted from the events.
    private async Task<IReadOnlyList<(long Ticket, ClockRow Row)>> ReadAsync(Rules rules, DateOnly month, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var (from, to) = (FirstDay(month), FirstDay(month.AddMonths(1)));
        return await IsKeptAsync(rules, asOf, cancellation)
            ? [.. (await db.Clocks.AsNoTracking().Where(clock => clock.LevelId == rules.Level.Id && clock.Day >= from && clock.Day < to).ToListAsync(cancellation)).Select(clock => (clock.TicketId, clock.ToRow()))]
            : [.. (await recount.RowsAsync(rules, await IsPastAsync(rules, asOf, cancellation) ? asOf : null, cancellation)).Where(one => one.Row.Day >= from && one.Row.Day < to).Select(one => (one.Ticket, one.Row))];
    }

    private async Task<IReadOnlyList<MonthRow>> OpenAtAsync(Rules rules, DateOnly month, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var end = month.AddMonths(1).StartIn(rules.Calendar.Zone.Id) is var next && next < asOf ? next : asOf;
        var older = end.AddDays(-rules.Level.StepOn(month.AddMonths(1).AddDays(-1)).Within).UtcTicks;
        var rows = await recount.RowsAsync(rules, end, cancellation);
        return [.. (await TellAsync([.. rows.Where(one => one.Row.IsOpen).Select(one => (one.Ticket, one.Row))], cancellation)).Select(row => row with { Outcome = row.Received.UtcTicks < older ? "older" : "open" })];
    }

    private async Task<IReadOnlyList<MonthRow>> TellAsync(IReadOnlyList<(long Ticket, ClockRow Row)> rows, CancellationToken cancellation)
    {
        Dictionary<long, (string Source, string Number)> names = [];
        foreach (var part in rows.Select(row => row.Ticket).Chunk(5000))
        {
            await foreach (var name in NamesAsync(part, cancellation))
            {
                names[name.Id] = (name.Source, name.Number);
            }
        }

        return [.. rows.Select(row => Tell(names[row.Ticket], row.Row)).OrderBy(row => row.Source, StringComparer.Ordinal).ThenBy(row => row.Ticket, StringComparer.Ordinal)];
    }

    private async IAsyncEnumerable<(long Id, string Source, string Number)> NamesAsync(long[] ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ticket in db.Tickets.AsNoTracking().Where(ticket => ids.Contains(ticket.Id)).Select(ticket => new { ticket.Id, ticket.Source, ticket.Number }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return (ticket.Id, ticket.Source, ticket.Number);
        }
    }

    private static MonthRow Tell((string Source, string Number) name, ClockRow row) => new(name.Source, name.Number, new DateTimeOffset(row.Received, TimeSpan.Zero), new DateTimeOffset(row.Due, TimeSpan.Zero),
        row.Completed is { } done ? new DateTimeOffset(done, TimeSpan.Zero) : null,
        row.State switch { ClockState.Void => TicketGroup.Void, ClockState.Met => TicketGroup.Met, ClockState.Missed => TicketGroup.Missed, _ => TicketGroup.Late })
    {
        WorkingDays = row.IsDone ? row.WorkingDays : 0,
    };
}
