using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation;

/// <summary>Comments moderated under a code of conduct.</summary>
public sealed class ConversationModule : IModule
{
    /// <inheritdoc/>
    public string Name => "Conversation";

    /// <inheritdoc/>
    public string Description => "Comments moderated under a code of conduct";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ConversationModule).Assembly);
}
