using EngagementHub.Blogging;
using EngagementHub.Conversation;
using EngagementHub.Core;
using EngagementHub.Identity;
using EngagementHub.Notifications;
using EngagementHub.Plans;
using EngagementHub.Recipes;
using EngagementHub.Responses;
using EngagementHub.ServiceLevels;
using EngagementHub.Surveys;

namespace EngagementHub.Web;

/// <summary>The only list of modules. Deleting a line, and what stands on it, leaves a hub that builds and runs.</summary>
public static class HubModules
{
    /// <summary>Every module, in the order in which recipes and navigation meet them.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new IdentityModule(),
        new NotificationsModule(),
        new RecipesModule(),
        new ConversationModule(),
        new BloggingModule(),
        new ResponsesModule(),
        new ServiceLevelsModule(),
        new SurveysModule(),
        new PlansModule(),
    ];
}
