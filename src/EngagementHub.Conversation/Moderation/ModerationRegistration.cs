using EngagementHub.Core.Jobs;
using EngagementHub.Core.Live;
using EngagementHub.Core.Web;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Moderation;

/// <summary>What follows from what moderators, readers and writers do.</summary>
internal static class ModerationRegistration
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddScoped<DecisionNotice>().AddScoped<FlagNotice>().AddScoped<Desk>().AddScoped<QueueReader>().AddSingleton<QueueReadings>().AddJob<TellWriters>().AddJob<CloseFlags>();
        services.AddScoped<IHandle<CommentDecided>, TellTheWriter>().AddScoped<IHandle<CommentDecided>, AfterDecision>().AddScoped<IHandle<WordsStruck>, StrikeWhatWasSaid>().AddScoped<IHandle<CommentWithdrawn>, AfterWithdrawal>();
        services.AddScoped<IHandle<ColleagueConsulted>, TellColleagues>().AddScoped<IHandle<OpinionGiven>, TellColleagues>();
        services.AddScoped<IHandle<CommentFlagged>, TellColleagues>().AddScoped<IHandle<FlagResolved>, FlagNotice>().AddScoped<IHandle<AppealDecided>, TellColleagues>();
        services.AddSingleton(new UnseenTopic(SignalTheQueue.Topic));
        services.AddScoped<IHandle<CommentChanged>, SignalTheQueue>().AddScoped<IHandle<CommentReceived>, SignalTheQueue>().AddScoped<IHandle<CommentDecided>, SignalTheQueue>().AddScoped<IHandle<CommentWithdrawn>, SignalTheQueue>();
        services.AddScoped<IHandle<CommentFlagged>, SignalTheQueue>().AddScoped<IHandle<FlagResolved>, SignalTheQueue>().AddScoped<IHandle<AppealDecided>, SignalTheQueue>();
        services.AddLimit("Write", permits: 20, seconds: 60, path => path.StartsWithSegments("/comments/write", StringComparison.OrdinalIgnoreCase));
        services.AddLimit("Receipt", permits: 20, seconds: 60, path => path.StartsWithSegments("/comments/receipt", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/comments/appeal", StringComparison.OrdinalIgnoreCase));
        services.AddLimit("Flag", permits: 10, seconds: 60, path => path.Value?.EndsWith("/flag", StringComparison.OrdinalIgnoreCase) == true);
        return services;
    }
}
