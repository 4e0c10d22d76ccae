using EngagementHub.Core.Hosting;
using EngagementHub.Core.Recipes;
using EngagementHub.Core.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Administration;

/// <summary>One page that leads administrators to everything, the site's own pages, and which modules and which theme the hub runs with.</summary>
public sealed class AdministrationModule : IModule
{
    internal const string Administer = "administration.administer";

    /// <inheritdoc/>
    public string Name => "Administration";

    /// <inheritdoc/>
    public string Description => "One page that leads administrators to everything, and the site's own pages";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [new(Administer, "Word the site's own pages, and choose modules and theme", StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Administration", "/administration", 99, Administer)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["administration.page"] = "A page of the site",
        ["administration.choice"] = "Modules and theme",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<IHoldPeople, AdministrationHoldings>().AddScoped<IRecipeStep, SitePagesRecipeStep>()
        .AddSlot("how-anonymous", 10, typeof(SiteTextViewComponent))
        .AddPages(pages => pages.AuthorizePage("/Site", Policies.Open).AuthorizeFolder("/Administration", Administer));

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(AdministrationModule).Assembly);
}
