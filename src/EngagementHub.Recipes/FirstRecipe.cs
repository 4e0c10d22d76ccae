using EngagementHub.Core.Hosting;
using EngagementHub.Core.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EngagementHub.Recipes;

/// <summary>Fills an empty hub with the recipe named in the settings.</summary>
internal sealed class FirstRecipe(HubDb db, RecipeRunner runner, IOptions<HubOptions> hub, IHostEnvironment environment) : IPrepareHub
{
    public async Task PrepareAsync(Action<string> progress, CancellationToken cancellation)
    {
        if (hub.Value.Recipe is not { Length: > 0 } file || await db.RecipeRuns.AnyAsync(cancellation))
        {
            return;
        }

        var path = Path.GetFullPath(file, environment.ContentRootPath);
        if (!File.Exists(path))
        {
            throw new SettingException("Hub:Recipe", $"there is no file '{file}'; name a recipe, or leave it empty for an empty hub");
        }

        await runner.ApplyAsync(Recipe.Read(path), null, progress, cancellation);
    }
}
