using EngagementHub.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngagementHub.Web.Hosting;

/// <summary>Ready when the database answers. Liveness does not ask it: a database that is away is no reason to restart the process.</summary>
internal sealed class DatabaseCheck(HubDb db, DatabaseWatch watch) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A server that hangs would hold up who asks it, so it is asked by the watch alone.
        if (!db.Database.IsSqlite())
        {
            return watch.IsAway ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
        }

        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1", cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SqliteException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}

internal static class HealthRegistration
{
    public static void AddHubHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<Drain>("stopping");
}
