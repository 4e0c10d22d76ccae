using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation;

/// <summary>What the writers' side needs.</summary>
internal static class WritingServices
{
    public static IServiceCollection AddWriting(this IServiceCollection services, IConfiguration settings) => services
        .Configure<ConversationOptions>(settings.GetSection("Conversation"))
        .AddSingleton<KeyFolder>().AddSingleton<Pseudonyms>().AddSingleton<Sealer>().AddSingleton<ColleagueNames>().AddSingleton<GuessGate>()
        .AddSingleton<RoomReadings>().AddSingleton<DrawnDiscussions>().AddScoped<WritingRoom>()
        .AddScoped<DraftDesk>().AddScoped<Sending>().AddScoped<PlainSending>().AddScoped<Editing>().AddScoped<OpenNames>().AddScoped<SignpostBook>()
        .AddScoped<IHandle<CommentHandedIn>, Concealing>().AddScoped<IHandle<CommentWithdrawn>, Concealing>()
        .AddJob<DestroyKeys>()
        .AddSlot("banner", 10, typeof(PauseBannerViewComponent));
}
