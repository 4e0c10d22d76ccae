namespace EngagementHub.Recipes;

internal sealed class ApplyRecipeCommand(RecipeRunner runner) : IHostCommand
{
    public string Name => "apply-recipe";

    public string Usage => "FILE";

    public string Description => "applies a recipe; applying it twice changes nothing";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments is not [var path])
        {
            await errors.WriteLineAsync("apply-recipe needs one FILE, as in: apply-recipe content-recipes/minimal.recipe.json");
            return 2;
        }

        if (!File.Exists(path))
        {
            await errors.WriteLineAsync($"There is no file '{path}'. Give the path of a recipe, as in content-recipes/minimal.recipe.json");
            return 2;
        }

        try
        {
            var recipe = Recipe.Read(path);
            await runner.ApplyAsync(recipe, null, errors.WriteLine, cancellation);
            await output.WriteLineAsync($"Applied {recipe.DisplayName}: {recipe.Steps.Count} steps");
            return 0;
        }
        catch (RecipeException e)
        {
            await errors.WriteLineAsync($"{e.Message}. Nothing was changed");
            return 1;
        }
    }
}
