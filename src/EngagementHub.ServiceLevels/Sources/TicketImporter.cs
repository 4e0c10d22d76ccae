using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Takes the tickets of a file into the hub, all or nothing unless it is very long. Taking the same file again changes nothing.</summary>
internal sealed class TicketImporter(HubDb db, TicketIntake intake, SourceFreshness freshness)
{
    private const int BatchSize = 2000;

    /// <summary>With more rows than this a file is kept batch by batch: one transaction would keep everybody else waiting.</summary>
    public int MostTogether { get; init; } = 200_000;

    public async Task<ImportReport> TakeAsync(TicketMapping mapping, TextReader text, TicketImport import, Action<long>? progress, CancellationToken cancellation)
    {
        var report = new ImportReport();
        using var file = new TicketFile(text, mapping.Rules, import.Latest);
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
