using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Responses;

/// <summary>Themes, answers, digests and promises.</summary>
public sealed class ResponsesModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Responses";

    /// <inheritdoc/>
    public string Description => "Themes, answers, digests and promises";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Conversation"];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ResponsesModule).Assembly);
}
