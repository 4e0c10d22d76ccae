using System.Runtime.CompilerServices;
using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Figures;

/// <summary>A ticket of a level's month, as it is frozen. The outcome is one of <see cref="TicketGroup"/>.</summary>
internal sealed record MonthRow(string Source, string Ticket, DateTimeOffset Received, DateTimeOffset Due, DateTimeOffset? Completed, string Outcome);

/// <summary>The rows behind a level's month, those left out as void included, in an order that never changes: by source, then by number, letter by letter.</summary>
internal sealed class MonthRows(HubDb db, CalendarShelf calendars, Recount recount)
{
    public async Task<IReadOnlyList<MonthRow>> OfAsync(ServiceLevel level, DateOnly month, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var rules = await Rules.OfAsync(db, calendars, level, cancellation);
        var first = new DateOnly(month.Year, month.Month, 1);
        List<(long Ticket, ClockRow Row)> rows = [];
        if (await db.KeptLevels.AnyAsync(kept => kept.LevelId == level.Id && kept.Rules == rules.Mark, cancellation))
        {
            var (from, to) = (first.DayNumber, first.AddMonths(1).DayNumber);
            rows.AddRange((await db.Clocks.AsNoTracking().Where(clock => clock.LevelId == level.Id && clock.Day >= from && clock.Day < to).ToListAsync(cancellation)).Select(clock => (clock.TicketId, clock.ToRow())));
        }
        else
        {
            rows.AddRange((await recount.RowsAsync(rules, cancellation)).Where(one => Tallies.MonthOf(one.Row.Day) == first.DayNumber).Select(one => (one.Ticket, one.Row)));
        }

        return await TellAsync([.. rows.Where(row => level.Basis == Basis.Completed || !row.Row.IsYetToCount(asOf.UtcTicks))], cancellation);
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
        row.State switch { ClockState.Void => TicketGroup.Void, ClockState.Met => TicketGroup.Met, ClockState.Missed => TicketGroup.Missed, _ => TicketGroup.Late });
}
