using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Jobs;

/// <summary>Runs every job when it is due. Of several nodes one holds a job at a time, by a lease in the database; a node that dies is taken over from when its lease ends.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Leases count on the machine's clock: the hub's can be moved in a demonstration, and a lease must not be given away by that.
    // Short enough that what a dead node held goes on elsewhere within a minute.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>Runs what is due on the machine's clock.</summary>
    /// <returns>The names of the jobs that ran.</returns>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken cancellation)
    {
        List<string> ran = [];
        await using var scope = scopes.CreateAsyncScope();
        var families = await Task.WhenAll((await FamiliesAsync(scope.ServiceProvider, cancellation)).Select(async name => (Name: name, Ran: await RunIfDueAsync(name, cancellation))));
        ran.AddRange(families.Where(one => one.Ran).Select(one => one.Name));
        foreach (var name in scope.ServiceProvider.GetServices<IJob>().Select(j => j.Name))
        {
            if (await RunIfDueAsync(name, cancellation))
            {
                ran.Add(name);
            }
        }

        return ran;
    }

    private static async Task<IReadOnlyList<string>> FamiliesAsync(IServiceProvider services, CancellationToken cancellation)
    {
        List<string> names = [];
        foreach (var family in services.GetServices<IJobFamily>())
        {
            names.AddRange(await family.DueAsync(cancellation));
        }

        return names;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Start-up is for readers: the first look at the jobs comes after it.
        await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; the runner must outlive that.
                log.LogError(e, "The jobs could not be read; trying again in {Seconds} seconds", Pause.TotalSeconds);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A scope of its own: what one job tracked must not be saved by the next.
    private async Task<bool> RunIfDueAsync(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetServices<IJob>().SingleOrDefault(j => j.Name == name)
            ?? scope.ServiceProvider.GetServices<IJobFamily>().Select(family => family.Find(name)).OfType<IJob>().Single();
        var db = scope.ServiceProvider.GetRequiredService<HubDb>();
        if (!await TakeAsync(db, job, cancellation))
        {
            return false;
        }

        string? error = null;
        try
        {
            await RunHeldAsync(job, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Also a wait that timed out, which looks like a cancellation and is none: it must not end the runner, and the hub with it.
            // One job that fails must not stop the others; it is tried again when it is due.
            log.LogError(e, "The job {Job} failed", name);
            error = e.Message.Length > 1000 ? e.Message[..1000] : e.Message;
        }

        await GiveBackAsync(db, name, error);
        return true;
    }

    // A long run renews its lease, so that only a node that died loses it.
    private async Task RunHeldAsync(IJob job, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(job.Name, over.Token);
        try
        {
            await job.RunAsync(clock.GetUtcNow(), cancellation);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(string name, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Lease / 3, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var until = DateTimeOffset.UtcNow + Lease;
            await scope.ServiceProvider.GetRequiredService<HubDb>().Jobs.Where(r => r.Name == name).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, until), CancellationToken.None);
        }
    }

    private static async Task<bool> TakeAsync(HubDb db, IJob job, CancellationToken cancellation)
    {
        var (name, now) = (job.Name, DateTimeOffset.UtcNow);
        var (until, dueSince) = (now + Lease, now - job.Every);
        if (!await db.Jobs.AnyAsync(r => r.Name == name, cancellation))
        {
            await AddAsync(db, name, cancellation);
        }

        return await db.Jobs.Where(r => r.Name == name && (r.HeldUntil == null || r.HeldUntil < now) && (r.BegunAt == null || r.BegunAt <= dueSince))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, until).SetProperty(r => r.BegunAt, now), cancellation) == 1;
    }

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

    private static async Task GiveBackAsync(HubDb db, string name, string? error)
    {
        var now = DateTimeOffset.UtcNow;
        await db.Jobs.Where(r => r.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, (DateTimeOffset?)null).SetProperty(r => r.EndedAt, now).SetProperty(r => r.Error, error), CancellationToken.None);
    }
}

/// <summary>Registers the runner, and jobs.</summary>
public static class JobRegistration
{
    /// <summary>Runs the hub's jobs in this process.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services) =>
        services.AddScoped<IGauge, FailedJobs>().AddSingleton<JobRunner>().AddHostedService(s => s.GetRequiredService<JobRunner>());

    /// <summary>Adds a job.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services)
        where TJob : class, IJob => services.AddScoped<IJob, TJob>();

    /// <summary>Adds jobs of one kind.</summary>
    public static IServiceCollection AddJobs<TFamily>(this IServiceCollection services)
        where TFamily : class, IJobFamily => services.AddScoped<IJobFamily, TFamily>();
}
