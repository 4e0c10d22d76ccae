using System.Runtime.CompilerServices;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Counts a level's tickets from their events alone, on every core: for an instant of the past, for rules nothing is kept by yet, and to prove what is kept.</summary>
internal sealed class Recount(HubDb db)
{
    /// <exception cref="NoWorkingTimeException">A ticket lies where the calendar never opens.</exception>
    public async Task<Sheet> SheetAsync(Rules rules, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var columns = await ColumnsAsync(rules, asOf, cancellation);
        var parts = await InPartsAsync(columns, (from, to) => SheetOf(rules, columns, asOf, from, to));
        var sheet = parts[0];
        foreach (var part in parts[1..])
        {
            sheet.Add(part);
        }

        return await NamedAsync(sheet, cancellation);
    }

    /// <summary>Every ticket's clock since its last event.</summary>
    /// <exception cref="NoWorkingTimeException">A ticket lies where the calendar never opens.</exception>
    public Task<IReadOnlyList<(long Ticket, ClockRow Row, Ledger Ledger)>> RowsAsync(Rules rules, CancellationToken cancellation) => RowsAsync(rules, null, cancellation);

    /// <summary>The same as it stood at an instant, from what had happened by then.</summary>
    public async Task<IReadOnlyList<(long Ticket, ClockRow Row, Ledger Ledger)>> RowsAsync(Rules rules, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var columns = await ColumnsAsync(rules, asOf, cancellation);
        return [.. (await InPartsAsync(columns, (from, to) => RowsOf(rules, columns, from, to))).SelectMany(part => part)];
    }

    private async Task<Sheet> NamedAsync(Sheet sheet, CancellationToken cancellation)
    {
        if (sheet.Oldest is { } oldest)
        {
            var id = long.Parse(oldest.Number, null);
            sheet.Oldest = oldest with { Number = await db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => ticket.Number).SingleAsync(cancellation) };
        }

        return sheet;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Sheet SheetOf(Rules rules, TicketColumns columns, DateTimeOffset asOf, int from, int to)
    {
        var (sheet, clock, oldest, oldestRow) = (new Sheet(), rules.NewClock(), -1, default(ClockRow));
        for (var i = from; i < to; i++)
        {
            var ledger = Ledger.Of(columns.Opened(i), columns.Events(i));
            var row = clock.Read(ledger);
            sheet.Add(row, ledger, rules.Level, rules.Calendar, asOf);
            if (row.IsOpen && (oldest < 0 || row.Received < oldestRow.Received))
            {
                (oldest, oldestRow) = (i, row);
            }
        }

        sheet.Oldest = oldest < 0 ? null : new OldestOpen($"{columns.Id(oldest)}", new DateTimeOffset(oldestRow.Received, TimeSpan.Zero), clock.AgeAt(oldestRow, rules.Calendar.LocalDay(asOf)));
        return sheet;
    }

    private static List<(long, ClockRow, Ledger)> RowsOf(Rules rules, TicketColumns columns, int from, int to)
    {
        var (rows, clock) = (new List<(long, ClockRow, Ledger)>(to - from), rules.NewClock());
        for (var i = from; i < to; i++)
        {
            var ledger = Ledger.Of(columns.Opened(i), columns.Events(i));
            rows.Add((columns.Id(i), clock.Read(ledger), ledger));
        }

        return rows;
    }

    private static Task<T[]> InPartsAsync<T>(TicketColumns columns, Func<int, int, T> count)
    {
        var parts = columns.Count < 10_000 ? 1 : Environment.ProcessorCount;
        return Task.WhenAll(Enumerable.Range(0, parts).Select(i => Task.Run(() => count((int)((long)columns.Count * i / parts), (int)((long)columns.Count * (i + 1) / parts)))));
    }

    // Inside a transaction only its own connection sees what it wrote.
    private async Task<TicketColumns> ColumnsAsync(Rules rules, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var own = await Bulk.OfAsync(db, cancellation);
        if (db.Database.CurrentTransaction is not null || Environment.ProcessorCount == 1)
        {
            return await TicketColumns.ReadAsync([own], rules.Level, asOf, cancellation);
        }

        var others = Enumerable.Range(1, Environment.ProcessorCount - 1).Select(_ => System.Data.Common.DbProviderFactories.GetFactory(db.Database.GetDbConnection())!.CreateConnection()!).ToList();
        try
        {
            foreach (var other in others)
            {
                other.ConnectionString = db.Database.GetConnectionString();
                await other.OpenAsync(cancellation);
            }

            return await TicketColumns.ReadAsync([own, .. others.Select(other => Bulk.Of(other, null))], rules.Level, asOf, cancellation);
        }
        finally
        {
            others.ForEach(other => other.Dispose());
        }
    }
}
