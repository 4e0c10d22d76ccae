using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Takes the tickets of a file into the hub, all or nothing unless it is very long. Taking the same file again changes nothing.</summary>
internal sealed class TicketImporter(HubDb db)
{
    private const int BatchSize = 2000;

    /// <summary>With more rows than this a file is kept batch by batch: one transaction would keep everybody else waiting.</summary>
    public int MostTogether { get; init; } = 200_000;

    public async Task<ImportReport> TakeAsync(TicketMapping mapping, TextReader text, TicketImport import, Action<long>? progress, CancellationToken cancellation)
    {
        var services = await db.Services.ToDictionaryAsync(service => service.Slug, service => service.Id, StringComparer.OrdinalIgnoreCase, cancellation);
        var report = new ImportReport();
        using var file = new TicketFile(text, mapping.Rules, import.Latest);
        await using var ours = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var together = ours;
        db.TicketImports.Add(import);
        await db.SaveChangesAsync(cancellation);
        foreach (var batch in file.Rows().Chunk(BatchSize))
        {
            await TakeAsync(import, batch, services, report, cancellation);
            progress?.Invoke(report.Rows);
            if (together is not null && report.Rows > MostTogether)
            {
                await together.CommitAsync(cancellation);
                together = null;
            }
        }

        // A recipe applied again finds nothing new and leaves nothing behind; what a person does is always recorded.
        if (import.By is null && report.Accepted + report.Rejected == 0)
        {
            db.TicketImports.Remove(import);
            await db.SaveChangesAsync(cancellation);
        }

        await (together?.CommitAsync(cancellation) ?? Task.CompletedTask);
        return report;
    }

    // The import's counts are saved with the rows they count, so that figures kept from before are worked out again.
    private async Task TakeAsync(TicketImport import, (LogRow? Row, Rejection? Rejection)[] batch, Dictionary<string, Guid> services, ImportReport report, CancellationToken cancellation)
    {
        var source = import.Source;
        db.TicketImports.Attach(import);
        var numbers = batch.Where(read => read.Row is not null).Select(read => read.Row!.Number).Distinct().ToList();
        var tickets = await db.Tickets.Include(ticket => ticket.Events).AsSplitQuery()
            .Where(ticket => ticket.Source == source && numbers.Contains(ticket.Number)).ToDictionaryAsync(ticket => ticket.Number, cancellation);
        foreach (var (row, rejection) in batch)
        {
            if (rejection is not null)
            {
                report.Reject(rejection);
            }
            else if (services.TryGetValue(row!.Service, out var service))
            {
                Take(row, service, TicketOf(source, row.Number, tickets, report), report);
            }
            else
            {
                report.Reject(new Rejection(row.Line, "", $"There is no service \"{row.Service}\"", "Add the service to the catalogue, or correct the mapping"));
            }
        }

        import.Count(report);
        db.Tickets.AddRange(tickets.Values.Where(ticket => ticket.Id == 0 && ticket.Events.Count > 0));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static Ticket TicketOf(string source, string number, Dictionary<string, Ticket> tickets, ImportReport report)
    {
        if (!tickets.TryGetValue(number, out var ticket))
        {
            tickets[number] = ticket = Ticket.Of(source, number);
            report.NewTicket();
        }

        return ticket;
    }

    private static void Take(LogRow row, Guid service, Ticket ticket, ImportReport report)
    {
        var known = ticket.Events.ToDictionary(happened => happened.Key);
        if (row.Events.FirstOrDefault(happened => known.TryGetValue(happened.Key, out var before) && !before.TellsTheSameAs(happened)) is { } different)
        {
            report.Reject(new Rejection(row.Line, "", $"Ticket {row.Number} was read before with different facts for the same event ({different.State})", "Check which of the two is right; what was read first stays"));
            return;
        }

        var news = row.Events.Where(happened => !known.ContainsKey(happened.Key)).ToList();
        if (news.Count == 0)
        {
            report.Repeat();
            return;
        }

        news.ForEach(happened => ticket.Receive(happened, row.OpenedAt, service));
        report.Accept();
    }
}
