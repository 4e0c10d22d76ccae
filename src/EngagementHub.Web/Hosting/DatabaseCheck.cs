using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngagementHub.Web.Hosting;

/// <summary>Ready when the database answers within two seconds. Liveness does not ask it: a database that is away is no reason to restart the process.</summary>
internal sealed class DatabaseCheck(HubDb db, DatabaseWatch watch) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (watch.IsAway)
        {
            return HealthCheckResult.Unhealthy();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            // A statement, for a connection from the pool may have outlived its server.
            await db.Database.ExecuteSqlAsync($"SELECT 1", limit.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

internal static class HealthRegistration
{
    public static void AddHubHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<Drain>("stopping");
}
