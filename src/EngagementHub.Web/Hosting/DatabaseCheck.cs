using EngagementHub.Core.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngagementHub.Web.Hosting;

/// <summary>Ready when the database answers. Liveness does not ask it: a database that is away is no reason to restart the process.</summary>
internal sealed class DatabaseCheck(HubDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}

internal static class DatabaseCheckRegistration
{
    public static IHealthChecksBuilder AddDbContextCheck(this IHealthChecksBuilder checks) => checks.AddCheck<DatabaseCheck>("database");
}
