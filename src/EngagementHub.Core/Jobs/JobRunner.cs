using EngagementHub.Core.Data;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Jobs;

/// <summary>Runs every job when it is due. Of several nodes one holds a job at a time, by a lease in the database; from a node that dies it is taken over when its lease ends, within a minute.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Runs what is due on the machine's clock.</summary>
    /// <returns>The names of the jobs that ran.</returns>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken cancellation)
    {
        List<string> ran = [];
        await using var scope = scopes.CreateAsyncScope();
        var families = await Task.WhenAll((await FamiliesAsync(scope.ServiceProvider, cancellation)).Select(async name => (Name: name, Ran: await RunIfDueAsync(name, cancellation))));
        ran.AddRange(families.Where(one => one.Ran).Select(one => one.Name));
        foreach (var name in await JobLease.FreeAsync(scope.ServiceProvider.GetRequiredService<HubDb>(), scope.ServiceProvider.GetServices<IJob>(), cancellation))
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
        if (await JobLease.TakeAsync(db, job, cancellation) is not { } lease)
        {
            return false;
        }

        string? error = null;
        try
        {
            await RunHeldAsync(job, lease, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Also a wait that timed out, which looks like a cancellation and is none: it must not end the runner, and the hub with it.
            // One job that fails must not stop the others; it is tried again when it is due.
            log.LogError(e, "The job {Job} failed", name);
            error = e.Message.Length > 1000 ? e.Message[..1000] : e.Message;
        }
        catch (OperationCanceledException)
        {
            // The node is being stopped: another one goes on with it at once.
            await lease.InterruptAsync(db);
            throw;
        }

        await lease.GiveBackAsync(db, error);
        return true;
    }

    // A long run renews its lease, so that only a node that died loses it. One that cannot renew it any longer stops working: another node may hold the job by now.
    private async Task RunHeldAsync(IJob job, JobLease lease, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = lease.RenewAsync(scopes, log, held, over.Token);
        try
        {
            await job.RunAsync(clock.GetUtcNow(), held.Token);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
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
