using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Moderation.Transparency;
using EngagementHub.Conversation.Recipes;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Keeping;
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
    internal const string CommentNews = "conversation.comments";
    internal const string PublishCode = "conversation.code";
    internal const string Signpost = "conversation.signpost";
    internal const string Pause = "conversation.pause";
    internal const string Unseal = "conversation.unseal";

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
        new(PublishCode, "Publish a new version of the code of conduct", StandardRoles.Moderator, StandardRoles.Administrator),
        new(Signpost, "Change where writers of personal cases are sent instead", StandardRoles.Moderator, StandardRoles.Administrator),
        new(Pause, "Close comments on all or some blogs for a run of days, as before an election", StandardRoles.Moderator, StandardRoles.Administrator),
        new(Unseal, "Together with a second person who may: open a name that was withheld, on stated grounds", StandardRoles.BlogOwner, StandardRoles.Administrator),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Moderation", "/moderation", 60, Moderate)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["conversation.comment"] = "A comment",
        ["conversation.code"] = "The code of conduct",
        ["conversation.signpost"] = "A signpost",
        ["conversation.pause"] = "A pause of comments",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(_ => HoldRules.Load()).AddSingleton<IHoldText, TextHolds>();
        services.AddWriting(settings);
        services.AddSingleton<Letterbox>().AddScoped<Conversations>();
        services.AddScoped<IConversation>(s => s.GetRequiredService<Conversations>()).AddScoped<IDescribeSubject>(s => s.GetRequiredService<Conversations>());
        services.AddScoped<Core.Search.ISearchSource, CommentSearch>();
        services.AddModeration();
        services.AddSingleton<IHoldPeople, ConversationHoldings>().AddScoped<ITellRecord, ConversationRecord>().AddScoped<ICountWork, DecisionCount>();
        services.AddSingleton(RetainedRecord.Fixed("conversation.record", "Comments, decisions and halts", "For good", "They are the published record. A writer can take a comment back: its words are destroyed then."));
        services.AddSingleton(RetainedRecord.Fixed("conversation.flags", "Reports of comments by readers", "For good, without the reader's name once that person was forgotten", "The figures about moderation are made from them. Only moderators see who made a report."));
        services.AddSingleton(RetainedRecord.Fixed("conversation.keys", "Keys and marks that keep one writer's anonymous comments together", "Until 30 days after the discussion closes", "That day was promised to writers and no setting moves it."));
        services.AddSingleton(new NoticeKind(CommentNews, "Decisions about your comments", "A comment you wrote by name is shown, declined, or has words struck out"));
        services.AddSlot("discussion", 10, typeof(DiscussionViewComponent));
        services.AddScoped<IRecipeStep, CodeOfConductRecipeStep>().AddScoped<IRecipeStep, CommentsRecipeStep>().AddScoped<IRecipeStep, HaltsRecipeStep>();
        services.AddPages(pages => pages
            .ReadersMay("/CodeOfConduct/Index", "/CodeOfConduct/Changes", "/HowAnonymous/Index", "/Comments/Index", "/Comments/Sent", "/Comments/Receipt", "/Comments/Appeal", "/Transparency/Index")
            .Unwatched("/Comments")
            .AuthorizePage("/Comments/Write", Policies.Open)
            .ShortWay("/Comments/Write", PlainSending.TryAsync)
            .AuthorizePage("/CodeOfConduct/Publish", PublishCode)
            .AuthorizeFolder("/Signposts", Signpost)
            .AuthorizeFolder("/Pauses", Pause)
            .AuthorizeFolder("/Openings", Unseal)
            .AuthorizeFolder("/Moderation", Moderate));
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/comments/preview", LivePreview.Answer).RequireAuthorization(Policies.Read);
        endpoints.MapGet("/comments/mine.json", OwnRecord.AnswerAsync).RequireAuthorization(Policies.Staff);
        endpoints.MapGet("/moderation/live", LiveQueue.Stream).RequireAuthorization(Moderate);
        endpoints.MapGet(TransparencyFile.Url, (Delegate)TransparencyFile.WriteAsync).RequireAuthorization(Policies.Read);
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(ConversationModule).Assembly);
}
