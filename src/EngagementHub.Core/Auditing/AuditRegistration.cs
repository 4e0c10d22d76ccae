using EngagementHub.Core.Jobs;
using EngagementHub.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Auditing;

/// <summary>Registers the sealing of the audit trail and its check.</summary>
public static class AuditRegistration
{
    /// <summary>Seals the trail, and offers <c>verify-audit</c>.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services) =>
        services.AddJob<SealAudit>().AddScoped<AuditCheck>().AddScoped<IHostCommand, VerifyAuditCommand>();
}
