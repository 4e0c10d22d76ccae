using System.Diagnostics;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Jobs;

/// <summary>A job held by this node until an instant that the table names. The instant is also the proof of holding it: who finds another one there holds it no longer.</summary>
/// <remarks>Counted on the <see cref="LeaseClock"/>.</remarks>
internal sealed class JobLease
{
    // Short enough that what a dead node held goes on elsewhere within a minute.
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(45);

    private readonly string _job;
    private long _renewed = Stopwatch.GetTimestamp();
    private DateTimeOffset _until;

    private JobLease(string job, DateTimeOffset until) => (_job, _until) = (job, until);

    /// <summary>The names of those that may be due and free, in one look: most jobs rest most of the time. Whether one is, its lease decides.</summary>
    public static async Task<IReadOnlyList<string>> FreeAsync(HubDb db, IEnumerable<IJob> jobs, CancellationToken cancellation)
    {
        var runs = await db.Jobs.AsNoTracking().ToDictionaryAsync(r => r.Name, cancellation);
        var now = await LeaseClock.NowAsync(db, cancellation);
        return [.. jobs.Where(job => !runs.TryGetValue(job.Name, out var run) || run.IsFree(job.Every, now, now + (Length * 2))).Select(job => job.Name)];
    }

    /// <summary>Takes the job when it is due, or when the node that held it died over it.</summary>
    /// <returns>The lease, or nothing when the job is not due or is held.</returns>
    public static async Task<JobLease?> TakeAsync(HubDb db, IJob job, CancellationToken cancellation)
    {
        var name = job.Name;
        if (!await db.Jobs.AnyAsync(r => r.Name == name, cancellation))
        {
            await AddAsync(db, name, cancellation);
        }

        var now = await LeaseClock.NowAsync(db, cancellation);
        var (lease, dueSince) = (new JobLease(name, now + Length), now - job.Every);
        var impossible = now + (Length * 2);
        // What lies further ahead than any lease was written by a clock that has been put back since.
        return await db.Jobs.Where(r => r.Name == name && ((r.HeldUntil == null && (r.BegunAt == null || r.BegunAt <= dueSince || r.BegunAt > impossible)) || r.HeldUntil < now || r.HeldUntil > impossible))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, lease._until).SetProperty(r => r.BegunAt, now), cancellation) == 1 ? lease : null;
    }

    /// <summary>Renews it again and again; when it is lost, says so by cancelling the work.</summary>
    public async Task RenewAsync(IServiceScopeFactory scopes, ILogger log, CancellationTokenSource held, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(Length / 3, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!over.IsCancellationRequested && !await HoldsAsync(scopes, log))
            {
                log.LogWarning("The job {Job} is stopped here: another node may hold it by now", _job);
                await held.CancelAsync();
                return;
            }
        }
    }

    /// <summary>Ends the run, well or with an error.</summary>
    public async Task GiveBackAsync(HubDb db, string? error)
    {
        var now = await LeaseClock.NowAsync(db, CancellationToken.None);
        await Mine(db).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, (DateTimeOffset?)null).SetProperty(r => r.EndedAt, now).SetProperty(r => r.Error, error), CancellationToken.None);
    }

    /// <summary>Lets another node begin again at once.</summary>
    public Task InterruptAsync(HubDb db) => Mine(db).ExecuteUpdateAsync(
        set => set.SetProperty(r => r.HeldUntil, (DateTimeOffset?)null).SetProperty(r => r.BegunAt, (DateTimeOffset?)null), CancellationToken.None);

    // The database may be away for a while: until the lease is nearly over, that is no reason to stop.
    private async Task<bool> HoldsAsync(IServiceScopeFactory scopes, ILogger log)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HubDb>();
            using var patience = new CancellationTokenSource(Length / 3);
            var until = await LeaseClock.NowAsync(db, patience.Token) + Length;
            if (await Mine(db).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, until), patience.Token) == 0)
            {
                return false;
            }

            (_until, _renewed) = (until, Stopwatch.GetTimestamp());
            return true;
        }
        catch (Exception e)
        {
            log.LogWarning("The lease of the job {Job} could not be renewed: {Error}", _job, e.Message);
            return Stopwatch.GetElapsedTime(_renewed) < Length * 0.6;
        }
    }

    private IQueryable<JobRun> Mine(HubDb db) => db.Jobs.Where(r => r.Name == _job && r.HeldUntil == _until);

    private static async Task AddAsync(HubDb db, string name, CancellationToken cancellation)
    {
        var run = JobRun.Of(name);
        db.Jobs.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Duplicates.Caused(e))
        {
            // Another node wrote the same line at the same moment; one is enough.
            db.Entry(run).State = EntityState.Detached;
        }
    }
}
