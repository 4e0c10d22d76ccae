using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Kept;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Takes the tickets of a file into the hub. Taking the same file again changes nothing.</summary>
internal sealed class TicketImporter(HubDb db, TicketIntake intake, SourceFreshness freshness)
{
    /// <summary>
    /// What a command may take in at once. A ticket's events of one batch cost as much as one of them, and most of what happens to a ticket happens within some thousand rows of its first.
    /// Two batches are in memory at once: with 25,000 rows a file took a tenth less processor time and much more memory (docs/performance.md).
    /// </summary>
    public const int LargestBatch = 16_000;

    /// <summary>How many rows are taken in at once: few where the process serves others as well, whose memory it is.</summary>
    public int BatchSize { get; set; } = 4_000;

    /// <summary>
    /// With more rows than this a file is kept batch by batch, each batch's rows with its counts in one transaction: all of it together would keep everybody else
    /// waiting. When that is broken off, the same import given again goes on after the last batch that was kept, and nothing is lost or taken twice.
    /// </summary>
    public int MostTogether { get; init; } = 200_000;

    /// <summary>Takes in what can be taken.</summary>
    public async Task<ImportReport> TakeAsync(TicketMapping mapping, TextReader text, TicketImport import, Action<long>? progress, CancellationToken cancellation)
    {
        using var file = new TicketFile(text, mapping.Rules, import.Latest + TicketIntake.Skew);
        return await TakeAsync(file, import, null, progress, cancellation);
    }

    /// <summary>Takes in what can be taken, or nothing when there is a row that cannot. Read twice then, at the same time: nothing is kept for good before all of it is known to be readable.</summary>
    public async Task<ImportReport> TakeAsync(Func<TicketFile> open, TicketImport import, bool allOrNothing, Action<long>? progress, CancellationToken cancellation)
    {
        var check = allOrNothing && import.Rows == 0 ? Task.Run(() => Check(open, cancellation), cancellation) : null;
        try
        {
            if (check is not null && db.Database.CurrentTransaction is not null && await check is { Rejected: > 0 } refused)
            {
                return refused;
            }

            using var file = open();
            return await TakeAsync(file, import, check, progress, cancellation);
        }
        finally
        {
            await Task.WhenAny(check ?? Task.CompletedTask);
        }
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

    private async Task<ImportReport> TakeAsync(TicketFile file, TicketImport import, Task<ImportReport>? check, Action<long>? progress, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var bulk = await Bulk.OfAsync(db, cancellation);
        await bulk.TakeRoomAsync(BatchSize, cancellation);
        try
        {
            return await TakeBatchesAsync(file, import, check, progress, cancellation);
        }
        finally
        {
            await bulk.GiveRoomBackAsync(CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<ImportReport> TakeBatchesAsync(TicketFile file, TicketImport import, Task<ImportReport>? check, Action<long>? progress, CancellationToken cancellation)
    {
        var report = ImportReport.GoingOn(import);
        await using var ours = db.Database.CurrentTransaction is null && import.Rows == 0 ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var together = ours;
        await BeginAsync(import, cancellation);
        await foreach (var batch in ReadAheadAsync(file.Rows().Skip(import.Rows).Select(read => (read.Row?.ToReport(), read.Rejection)).Chunk(BatchSize)))
        {
            await TakeTogetherAsync(import, batch, report, cancellation);
            progress?.Invoke(report.Rows);
            if (together is not null && report.Rows > MostTogether)
            {
                if (check is not null && await check is { Rejected: > 0 } refused)
                {
                    return await RefuseAsync(together, refused, cancellation);
                }

                await together.CommitAsync(cancellation);
                together = null;
            }
        }

        if (check is not null && report.Rejected > 0 && together is not null)
        {
            return await RefuseAsync(together, report, cancellation);
        }

        await EndAsync(import, report, cancellation);
        await (together?.CommitAsync(cancellation) ?? Task.CompletedTask);
        return report;
    }

    private async Task<ImportReport> RefuseAsync(IDbContextTransaction together, ImportReport report, CancellationToken cancellation)
    {
        await together.RollbackAsync(cancellation);
        db.ChangeTracker.Clear();
        report.IsRefused = true;
        return report;
    }

    // While one batch is put into the database, the next is read and understood on another core.
    private static async IAsyncEnumerable<T> ReadAheadAsync<T>(IEnumerable<T> batches)
    {
        using var reader = batches.GetEnumerator();
        var next = Task.Run(reader.MoveNext);
        while (await next)
        {
            var batch = reader.Current;
            next = Task.Run(reader.MoveNext);
            try
            {
                yield return batch;
            }
            finally
            {
                await Task.WhenAny(next);
            }
        }
    }

    private async Task BeginAsync(TicketImport import, CancellationToken cancellation)
    {
        if (import.Id == 0)
        {
            db.TicketImports.Add(import);
        }

        await freshness.ExpectAsync(import.Source, import.Live, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    // A recipe applied again finds nothing new and leaves nothing behind; what a person does is always recorded.
    private async Task EndAsync(TicketImport import, ImportReport report, CancellationToken cancellation)
    {
        import.Finish();
        if (import.By is null && report.Accepted + report.Rejected == 0)
        {
            db.TicketImports.Remove(import);
        }

        await db.SaveChangesAsync(cancellation);
    }

    // The import's counts are saved with the rows they count.
    private async Task TakeTogetherAsync(TicketImport import, (TicketReport? Row, Rejection? Rejection)[] batch, ImportReport report, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await TakeAsync(import, batch, report, cancellation);
        await (own?.CommitAsync(cancellation) ?? Task.CompletedTask);
    }

    private async Task TakeAsync(TicketImport import, (TicketReport? Row, Rejection? Rejection)[] batch, ImportReport report, CancellationToken cancellation)
    {
        List<TicketReport> rows = [.. batch.Select(read => read.Row).OfType<TicketReport>()];
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
