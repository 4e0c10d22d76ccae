using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Promises;

/// <summary>Settles promises whose evidence is a service level, once their day is over, by the figure of that day; and hears it again until its month is signed.</summary>
internal sealed class PromiseFigures(HubDb db, PromiseNotices notices, ScopeDesk desk, IFigures? figures = null) : IJob
{
    public const string JobName = "responses.promise-figures";

    // A month is signed within weeks; what is not signed by then stays provisional.
    private const int LongestProvisionalDays = 120;

    public string Name => JobName;

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (figures is null)
        {
            return;
        }

        var (today, earliest) = (desk.DayOf(now), desk.DayOf(now).AddDays(-LongestProvisionalDays));
        var due = await db.Promises.Where(p => p.Level != null && p.MadeAt <= now && p.Due < today && (p.Due >= earliest || !p.Figures.Any()) && p.DroppedAt == null && (p.KeptAt == null || p.KeptByFigure))
            .OrderBy(p => p.Due).Select(p => p.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await HearAsync(figures, id, now, cancellation);
        }
    }

    private async Task HearAsync(IFigures said, Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        var promise = await db.Promises.FirstAsync(p => p.Id == id, cancellation);
        var isOver = !promise.IsJudgedByFigure || promise.FigureAt(now) is { IsFinal: true };
        var reading = isOver ? null : await said.ReadAsync(promise.Level!.Value, promise.MadeDay!.Value, promise.Due, now, cancellation);
        var before = promise.FigureAt(now)?.Verdict;
        if (reading is not null && promise.Hear(reading, now) is { } heard)
        {
            await notices.HeardAsync(promise, heard, before, cancellation);
            await SaveAsync(cancellation);
        }

        db.ChangeTracker.Clear();
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            // A person said how it stands at this moment, or another node heard the same. The next run reads what is there then.
        }
    }
}
