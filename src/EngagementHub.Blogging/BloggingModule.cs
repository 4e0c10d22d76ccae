using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Blogging;

/// <summary>A leadership blog that guests take over for dated periods.</summary>
public sealed class BloggingModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Blogging";

    /// <inheritdoc/>
    public string Description => "A leadership blog that guests take over for dated periods";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Conversation"];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(BloggingModule).Assembly);
}
