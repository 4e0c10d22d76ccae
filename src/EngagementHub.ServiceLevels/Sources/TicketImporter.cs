using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Takes the tickets of a file into the hub, all or nothing unless it is very long. Taking the same file again changes nothing.</summary>
internal sealed class TicketImporter(HubDb db, TicketIntake intake, SourceFreshness freshness)
{
    private const int BatchSize = 2000;

    /// <summary>With more rows than this a file is kept batch by batch: one transaction would keep everybody else waiting.</summary>
    public int MostTogether { get; init; } = 200_000;

    /// <summary>Takes in what can be taken.</summary>
    public async Task<ImportReport> TakeAsync(TicketMapping mapping, TextReader text, TicketImport import, Action<long>? progress, CancellationToken cancellation)
    {
        using var file = new TicketFile(text, mapping.Rules, import.Latest + TicketIntake.Skew);
        return await TakeAsync(file, import, allOrNothing: false, progress, cancellation);
    }

    /// <summary>Takes in what can be taken, or nothing when there is a row that cannot. Read twice then: what is wrong is known before anything is written.</summary>
    public async Task<ImportReport> TakeAsync(Func<TicketFile> open, TicketImport import, bool allOrNothing, Action<long>? progress, CancellationToken cancellation)
    {
        if (allOrNothing && Check(open, cancellation) is { Rejected: > 0 } refused)
        {
            return refused;
        }

        using var file = open();
        return await TakeAsync(file, import, allOrNothing, progress, cancellation);
    }

    private static ImportReport Check(Func<TicketFile> open, CancellationToken cancellation)
    {
        var report = new ImportReport { IsRefused = true };
        using var file = open();
        foreach (var (_, rejection) in file.Rows())
        {
            cancellation.ThrowIfCancellationRequested();
            if (rejection is not null)
            {
                report.Reject(rejection);
            }
        }

        return report;
    }

    private async Task<ImportReport> TakeAsync(TicketFile file, TicketImport import, bool allOrNothing, Action<long>? progress, CancellationToken cancellation)
    {
        var report = new ImportReport();
        await using var ours = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var together = ours;
        db.TicketImports.Add(import);
        await freshness.ExpectAsync(import.Source, import.Live, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var batch in file.Rows().Chunk(BatchSize))
        {
            await TakeAsync(import, batch, report, cancellation);
            progress?.Invoke(report.Rows);
            if (together is not null && report.Rows > MostTogether)
            {
                await together.CommitAsync(cancellation);
                together = null;
            }
        }

        if (allOrNothing && report.Rejected > 0 && together is not null)
        {
            await together.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            report.IsRefused = true;
            return report;
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
    private async Task TakeAsync(TicketImport import, (LogRow? Row, Rejection? Rejection)[] batch, ImportReport report, CancellationToken cancellation)
    {
        List<TicketReport> rows = [.. batch.Where(read => read.Row is not null).Select(read => read.Row!.ToReport())];
        var takings = await intake.TakeAsync(import.Source, rows, import.Latest + TicketIntake.Skew, cancellation);
        foreach (var rejection in batch.Select(read => read.Rejection).OfType<Rejection>())
        {
            report.Reject(rejection);
        }

        foreach (var taking in takings)
        {
            report.Count(taking);
        }

        import.Count(report);
        await db.SaveChangesAsync(cancellation);
    }
}
