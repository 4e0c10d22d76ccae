using EngagementHub.Core.Hosting;

namespace EngagementHub.Recipes;

/// <summary>
/// Orchard Core's step <c>{ "name": "feature", "enable": ["Blogging"], "disable": [] }</c>. Modules are switched by the setting
/// <c>Hub:ModulesOff</c>, so the step checks rather than switches; Orchard's own features are passed over.
/// </summary>
internal sealed class FeatureRecipeStep(ModuleCatalog modules) : IRecipeStep
{
    public string Name => "feature";

    public Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var feature in step.Body.ItemsOf("enable").Where(f => !IsOrchards(f)))
        {
            var name = feature.Text();
            if (!modules.All.Any(m => m.Name == name))
            {
                throw feature.Refuse($"there is no module '{name}'; there are {string.Join(", ", modules.All.Select(m => m.Name))}");
            }

            if (!modules.On.Any(m => m.Name == name))
            {
                throw feature.Refuse($"the recipe needs the module {name}, which is off; take it out of the setting Hub:ModulesOff");
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsOrchards(RecipeNode feature) => feature.Text().StartsWith("OrchardCore.", StringComparison.Ordinal);
}
