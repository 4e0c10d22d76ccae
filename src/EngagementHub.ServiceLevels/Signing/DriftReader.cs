using EngagementHub.ServiceLevels.Figures;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Compares a signed month with what is known now, ticket by ticket.</summary>
internal sealed class DriftReader(HubDb db, MonthReader months, DriftShelf shelf, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>The comparison as it was last worked out, as long as nothing it stands on has changed since.</summary>
    public async Task<KeptDrift> KeptAsync(SignedMonth signed, LevelReport report, CancellationToken cancellation)
    {
        var (now, state) = (clock.GetUtcNow(), await months.StateAsync(report, cancellation));
        if (shelf.Find(signed.Id, state, now) is { } kept)
        {
            return kept with { IsWhole = kept.IsWhole && MonthRecord.HashOf(signed) == signed.Hash };
        }

        var rows = await RowsAsync(signed, cancellation);
        var drift = await ReadAsync(signed, rows, await months.ReadAsync(report, signed.Month, cancellation), cancellation);
        return shelf.Keep(signed.Id, new KeptDrift(drift with { Now = drift.Now with { Rows = [] } }, MonthRecord.IsWhole(signed, rows), now, state));
    }

    public async Task<Drift> ReadAsync(SignedMonth signed, MonthInHand now, CancellationToken cancellation) => await ReadAsync(signed, await RowsAsync(signed, cancellation), now, cancellation);

    private async Task<Drift> ReadAsync(SignedMonth signed, List<FrozenRow> rows, MonthInHand now, CancellationToken cancellation)
    {
        var report = now.Report;
        var (before, after) = (rows.ToDictionary(KeyOf), now.Rows.ToDictionary(KeyOf));
        var differing = before.Keys.Union(after.Keys).Where(key => IsOther(before.GetValueOrDefault(key), after.GetValueOrDefault(key))).OrderBy(key => key.Ticket, StringComparer.Ordinal).ToList();
        var services = await db.Services.ToDictionaryAsync(service => service.Id, service => service.Name, cancellation);
        var calendar = await CalendarSince.OfAsync(db, report.Level.CalendarId, signed.Rules.CalendarVersion, now.Rules.CalendarVersion, cancellation);
        var causes = new CauseFinder(signed, now.Rules, report.AsOf ?? signed.DataAsOf, services, calendar);
        List<Moved> moved = [];
        foreach (var some in differing.Chunk(AtOnce))
        {
            var tickets = await TicketsAsync(some, cancellation);
            moved.AddRange(some.Select(key => Explain(before.GetValueOrDefault(key), after.GetValueOrDefault(key), tickets.GetValueOrDefault(key), causes)));
        }

        return new Drift(signed, now, moved);
    }

    public Task<List<FrozenRow>> RowsAsync(SignedMonth signed, CancellationToken cancellation) =>
        db.Set<FrozenRow>().AsNoTracking().Where(row => EF.Property<Guid>(row, "SignedMonthId") == signed.Id).ToListAsync(cancellation);

    private static Moved Explain(FrozenRow? before, FrozenRow? after, Ticket? ticket, CauseFinder causes) => new(before, after, causes.Of(ticket, before, after));

    private async Task<Dictionary<(string, string), Ticket>> TicketsAsync((string Source, string Ticket)[] keys, CancellationToken cancellation)
    {
        var numbers = keys.Select(key => key.Ticket).Distinct().ToList();
        var tickets = await db.Tickets.AsNoTracking().Include(ticket => ticket.Events).Where(ticket => numbers.Contains(ticket.Number)).ToListAsync(cancellation);
        return tickets.ToDictionary(ticket => (ticket.Source, ticket.Number));
    }

    private static (string Source, string Ticket) KeyOf(FrozenRow row) => (row.Source, row.Ticket);

    private static bool IsOther(FrozenRow? before, FrozenRow? after) => before?.Line != after?.Line;
}
