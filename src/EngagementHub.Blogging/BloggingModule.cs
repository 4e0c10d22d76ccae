using EngagementHub.Blogging.Answering;
using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Hosting.Reminders;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Posts.Images;
using EngagementHub.Blogging.Posts.Writing;
using EngagementHub.Blogging.Reading;
using EngagementHub.Blogging.Recipes;
using EngagementHub.Blogging.Subscriptions;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Keeping;
using EngagementHub.Core.Web;
using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Blogging;

/// <summary>A leadership blog that guests take over for dated periods.</summary>
public sealed class BloggingModule : IModule
{
    internal const string Manage = "blogging.manage";

    /// <inheritdoc/>
    public string Name => "Blogging";

    /// <inheritdoc/>
    public string Description => "A leadership blog that guests take over for dated periods";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity", "Notifications", "Conversation"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
        [new(Manage, "Run blogs: invite hosts, and publish while no guest does", StandardRoles.BlogOwner, StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Blog", "/blogs", 10)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["blogging.blog"] = "A blog",
        ["blogging.period"] = "A hosting period",
        ["blogging.post"] = "A post",
        ["blogging.mailing"] = "A mail to followers",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<HostingCalendar>().AddScoped<Handovers>().AddScoped<Successors>().AddScoped<HandoverCards>().AddScoped<HandoverDesk>().AddScoped<Colleagues>();
        services.AddScoped<Rights>().AddScoped<Press>().AddScoped<Typesetting>().AddSingleton<Typecase>().AddSingleton<FeedShelf>().AddScoped<PrintedFeeds>();
        services.AddScoped<Mastheads>().AddScoped<PostCards>();
        AddWriting(services);
        AddConsequences(services);
        services.AddJob<HostingReminders>().AddJob<HandoverJob>();
        services.AddScoped<ResponseScopes>().AddScoped<IResponseScopes>(s => s.GetRequiredService<ResponseScopes>()).AddScoped<IPublishDigest, DigestPress>().AddScoped<IDescribeSubject, BloggingSubjects>().AddScoped<ITellText, PostWords>().AddScoped<ITellDuties, HostingDuties>();
        services.AddScoped<IContentType, BlogContent>().AddScoped<IContentType, BlogPostContent>().AddScoped<IRecipeStep, HostingPeriodsStep>().AddScoped<IRecipeStep, HandoversStep>();
        services.AddScoped<Core.Search.ISearchSource, PostSearch>().AddScoped<Core.Search.ISearchFilters, PostSearch>();
        services.AddScoped<BlogExport>().AddScoped<PostItem>().AddScoped<PlainFiles>().AddScoped<IHostCommand, ExportBlogCommand>();
        services.AddSlot("home", 10, typeof(InChargeViewComponent));
        AddSubscriptions(services);
        AddKeeping(services);
        services.AddPages(pages => pages.AuthorizePage("/Blogs/Add", Manage).ReadersMay(
            "/Blogs/Index", "/Blogs/Blog", "/Blogs/Archive", "/Blogs/ByAuthor", "/Blogs/Tag", "/Blogs/Read", "/Blogs/Hosting/Index", "/Blogs/Hosting/Calendar", "/Blogs/Hosting/Period").Shared("/Blogs/Index", "/Blogs/Blog", "/Blogs/Archive", "/Blogs/Read"));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(BloggingModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        AtomFeed.Map(endpoints);
        UploadAddress.Map(endpoints);
    }

    private static void AddWriting(IServiceCollection services) => services
        .AddScoped<WritingDesk>().AddScoped<Signers>().AddScoped<UnsavedTexts>().AddJob<Tidying>()
        .AddSingleton<UploadFolder>().AddSingleton(s => new KeptFolder("uploads", s.GetRequiredService<UploadFolder>().Folder)).AddScoped<Uploads>().AddScoped<UploadReaders>()
        .AddScoped<IHandle<SectionAsked>, PostNotices>().AddScoped<IHandle<PostSubmitted>, PostNotices>().AddScoped<IHandle<PostReturned>, PostNotices>();

    private static void AddKeeping(IServiceCollection services) => services
        .AddScoped<IHoldPeople, BlogHoldings>().AddScoped<ITellRecord, BlogRecord>().AddScoped<ICountWork, PostCount>()
        .AddSingleton(RetainedRecord.Fixed("blogging.record", "Posts with every wording, and hosting periods", "For good", "They are the published record."))
        .AddSingleton(RetainedRecord.Fixed("blogging.unsaved", "Words that were typed and not saved, and pictures in no post", "30 days", "Whoever was interrupted can go on; after that nobody does."))
        .AddSingleton(RetainedRecord.Of<Mailing>(
            ("blogging.mailings", "Which post was mailed to whom", "Every mail can be answered by its link to stop; the links of mails older than that stop working."), (730, 90), before => m => m.QueuedAt < before))
        .AddSingleton(RetainedRecord.Of<Subscription>(
            ("blogging.subscriptions", "Subscriptions that were stopped", "Nothing is mailed any more."), (90, 30), before => s => s.EndedAt < before));

    private static void AddSubscriptions(IServiceCollection services) => services
        .AddJob<MailPosts>().AddScoped<IWriteLetters, Letters>().AddScoped<IHandle<PostWithdrawn>, WithdrawnPosts>()
        .AddSlot("notices", 10, typeof(BlogsByMailViewComponent))
        .AddPages(pages => pages.AuthorizePage("/Blogs/Subscriptions/Unsubscribe", Policies.Open));

    private static void AddConsequences(IServiceCollection services) => services
        .AddScoped<IHandle<HostInvited>, HostingNotices>()
        .AddScoped<IHandle<HostingAccepted>, HostingNotices>().AddScoped<IHandle<HostingAccepted>, ScheduledOutOfTurn>().AddScoped<IHandle<HostingAccepted>, OvertakenInvitations>()
        .AddScoped<IHandle<HostingDeclined>, HostingNotices>()
        .AddScoped<IHandle<HostingWithdrawn>, HostingNotices>()
        .AddScoped<IHandle<HostingLastDayChanged>, HostingNotices>().AddScoped<IHandle<HostingLastDayChanged>, ScheduledOutOfTurn>().AddScoped<IHandle<HostingLastDayChanged>, OvertakenInvitations>()
        .AddScoped<IHandle<StandInChanged>, HostingNotices>().AddScoped<IHandle<StandInChanged>, ScheduledOutOfTurn>().AddScoped<IHandle<HandoverItemDecided>, HandoverNotices>();
}
