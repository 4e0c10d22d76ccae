using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Records.Retention;

/// <summary>How long what is kept: the modules' kinds with what administrators chose.</summary>
internal sealed class RetentionBook(HubDb db, IEnumerable<RetainedRecord> records)
{
    public IReadOnlyList<RetainedRecord> Fixed { get; } = [.. records.Where(r => r.UsualDays is null)];

    public async Task<IReadOnlyList<(RetainedRecord Record, int Days)>> ChosenAsync(CancellationToken cancellation = default)
    {
        var chosen = await db.RetentionChoices.AsNoTracking().ToDictionaryAsync(c => c.Kind, c => c.Days, cancellation);
        return [.. records.Where(r => r.UsualDays is not null).Select(r => (r, Math.Max(r.LeastDays, chosen.GetValueOrDefault(r.Name, r.UsualDays!.Value))))];
    }

    /// <summary>The kind that can be chosen, or nothing.</summary>
    public RetainedRecord? Find(string? name) => records.FirstOrDefault(r => r.UsualDays is not null && r.Name == name);
}

/// <summary>Removes what is old enough, kind by kind, and writes down how much it was.</summary>
internal sealed class ApplyRetention(HubDb db, RetentionBook book) : IJob
{
    public const string JobName = "records.retention";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (record, days) in await book.ChosenAsync(cancellation))
        {
            await ApplyAsync(record, now.AddDays(-days), now, cancellation);
        }
    }

    // What was removed and the line that says so are one transaction.
    private async Task ApplyAsync(RetainedRecord record, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await record.RemoveAsync(db, before, cancellation) is > 0 and var removed)
        {
            db.RetentionRuns.Add(RetentionRun.Of(record, removed, now));
            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}
