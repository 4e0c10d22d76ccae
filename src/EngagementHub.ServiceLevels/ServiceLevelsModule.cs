using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.ServiceLevels;

/// <summary>Service levels published against live tickets.</summary>
public sealed class ServiceLevelsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "ServiceLevels";

    /// <inheritdoc/>
    public string Description => "Service levels published against live tickets";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ServiceLevelsModule).Assembly);
}
