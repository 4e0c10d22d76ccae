using EngagementHub.Core.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Recipes;

/// <summary>Fills and extends a hub from recipe files in Orchard Core's format.</summary>
public sealed class RecipesModule : IModule
{
    internal const string Apply = "recipes.apply";

    /// <inheritdoc/>
    public string Name => "Recipes";

    /// <inheritdoc/>
    public string Description => "Fills and extends the hub from recipe files";

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = ["Identity"];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } = [new(Apply, "Apply recipes", StandardRoles.Administrator)];

    /// <inheritdoc/>
    public IReadOnlyList<NavigationItem> Navigation { get; } = [new("Recipes", "/recipes", 95, Apply, "/administration")];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Things { get; } = new Dictionary<string, string>
    {
        ["recipes.run"] = "A recipe",
    };

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration settings)
    {
        services.AddScoped<RecipeRunner>().AddSingleton<Core.Keeping.IHoldPeople, RecipeHoldings>();
        services.AddScoped<IRecipeStep, ContentRecipeStep>().AddScoped<IRecipeStep, FeatureRecipeStep>();
        services.AddScoped<IHostCommand, ApplyRecipeCommand>();
        services.AddScoped<IPrepareHub, FirstRecipe>();
        services.AddPages(pages => pages.AuthorizeFolder("/Recipes", Apply));
    }

    /// <inheritdoc/>
    public void Map(ModelBuilder model) => model.ApplyMapsOf(typeof(RecipesModule).Assembly);
}
