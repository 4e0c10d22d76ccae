using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Moderation.Transparency;
using EngagementHub.Conversation.Recipes;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation;

/// <summary>Comments moderated under a code of conduct.</summary>
public sealed class ConversationModule : IModule
{
    internal const string Moderate = "conversation.moderate";

    /// <inheritdoc/>
    public string Name => "Conversation";

    /// <inheritdoc/>
    public string Description => "Comments moderated under a code of conduct";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Notifications"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Moderate, "Decide comments against the code of conduct and halt discussions", StandardRoles.Moderator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Moderation", "/moderation", 60, Moderate)];

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(_ => HoldRules.Load());
        services.AddSingleton<Letterbox>().AddScoped<Conversations>();
        services.AddScoped<IConversation>(s => s.GetRequiredService<Conversations>()).AddScoped<IDescribeSubject>(s => s.GetRequiredService<Conversations>());
        services.AddScoped<Core.Search.ISearchSource, CommentSearch>();
        services.AddModeration();
        services.AddSlot("discussion", 10, typeof(DiscussionViewComponent));
        services.AddScoped<IRecipeStep, CodeOfConductRecipeStep>().AddScoped<IRecipeStep, CommentsRecipeStep>().AddScoped<IRecipeStep, HaltsRecipeStep>();
        services.AddPages(pages => pages
            .ReadersMay("/CodeOfConduct/Index", "/Comments/Index", "/Comments/Sent", "/Comments/Receipt", "/Comments/Appeal", "/Transparency/Index")
            .AuthorizePage("/Comments/Write", Policies.Open)
            .AuthorizeFolder("/Moderation", Moderate));
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/moderation/live", LiveQueue.Stream).RequireAuthorization(Moderate);
        endpoints.MapGet(TransparencyFile.Url, (Delegate)TransparencyFile.WriteAsync).RequireAuthorization(Policies.Read);
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ConversationModule).Assembly);
}
