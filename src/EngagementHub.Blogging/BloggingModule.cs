using EngagementHub.Blogging.Answering;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Blogging.Recipes;
using EngagementHub.Blogging.Subscriptions;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Jobs;
using EngagementHub.Core.Web;
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
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<HostingCalendar>().AddScoped<Rights>().AddScoped<Press>().AddScoped<Typesetting>();
        services.AddScoped<Mastheads>().AddScoped<PostCards>();
        AddConsequences(services);
        services.AddScoped<ResponseScopes>().AddScoped<IResponseScopes>(s => s.GetRequiredService<ResponseScopes>()).AddScoped<IPublishDigest, DigestPress>().AddScoped<IDescribeSubject, BloggingSubjects>().AddScoped<ITellText, PostWords>().AddScoped<ITellDuties, HostingDuties>();
        services.AddScoped<IContentType, BlogContent>().AddScoped<IContentType, BlogPostContent>().AddScoped<IRecipeStep, HostingPeriodsStep>();
        services.AddSlot("home", 10, typeof(InChargeViewComponent));
        AddSubscriptions(services);
        services.AddPages(pages => pages.ReadersMay(
            "/Blogs/Index", "/Blogs/Blog", "/Blogs/Archive", "/Blogs/ByAuthor", "/Blogs/Read", "/Blogs/Hosting/Index", "/Blogs/Hosting/Period"));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(BloggingModule).Assembly);

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => AtomFeed.Map(endpoints);

    private static void AddSubscriptions(IServiceCollection services) => services
        .AddJob<MailPosts>().AddScoped<IWriteLetters, Letters>().AddScoped<IHandle<PostWithdrawn>, WithdrawnPosts>()
        .AddSlot("notices", 10, typeof(BlogsByMailViewComponent))
        .AddPages(pages => pages.AuthorizePage("/Blogs/Subscriptions/Unsubscribe", Policies.Open));

    private static void AddConsequences(IServiceCollection services) => services
        .AddScoped<IHandle<HostInvited>, HostingNotices>()
        .AddScoped<IHandle<HostingAccepted>, HostingNotices>().AddScoped<IHandle<HostingAccepted>, ScheduledOutOfTurn>()
        .AddScoped<IHandle<HostingDeclined>, HostingNotices>()
        .AddScoped<IHandle<HostingWithdrawn>, HostingNotices>()
        .AddScoped<IHandle<HostingLastDayChanged>, HostingNotices>().AddScoped<IHandle<HostingLastDayChanged>, ScheduledOutOfTurn>();
}
