using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Answers;

/// <summary>Takes away, every few minutes, the traces by which a database itself would tell which rows were written together: row versions, places on the disk, the write-ahead log.</summary>
/// <remarks>
/// PostgreSQL marks each row with the transaction that wrote it and keeps older versions for a while. All rows of a pulse check are written anew in one transaction, so that they bear the same mark, and the tables are laid out
/// again in the order of their keys, which drops the older versions. In SQLite rows lie in the order of their keys anyway and overwrite each other; what is left is the log, which is emptied.
/// </remarks>
internal sealed class Mixing(HubDb db) : IJob
{
    public const string JobName = "surveys.mixing";

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
            return;
        }

        // Also those that have just been closed: their last answers may have come after the run before.
        var since = now.AddDays(-1);
        foreach (var id in await db.Surveys.Where(s => s.HasAnswers && (s.ClosedAt == null || s.ClosedAt > since)).Select(s => s.Id).ToListAsync(cancellation))
        {
            await MarkAlikeAsync(id, cancellation);
        }

        await LayOutAsync(cancellation);
    }

    private async Task MarkAlikeAsync(Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Surveys.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.HasAnswers, s => s.HasAnswers), cancellation);
        await db.Places.Where(p => p.SurveyId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.HasAnswered, p => p.HasAnswered), cancellation);
        await db.Tallies.Where(t => t.SurveyId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Answered, t => t.Answered), cancellation);
        await db.TextAnswers.Where(t => t.SurveyId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Item, t => t.Item), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // CLUSTER writes a table anew in the order of an index, without the dead versions: https://www.postgresql.org/docs/current/sql-cluster.html
    private async Task LayOutAsync(CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("CLUSTER surveys_places USING \"PK_surveys_places\"", cancellation);
        await db.Database.ExecuteSqlRawAsync("CLUSTER surveys_tallies USING \"PK_surveys_tallies\"", cancellation);
        await db.Database.ExecuteSqlRawAsync("CLUSTER surveys_texts USING \"PK_surveys_texts\"", cancellation);
    }
}
