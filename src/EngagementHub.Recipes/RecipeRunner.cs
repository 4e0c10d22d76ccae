using EngagementHub.Recipes.Runs;

namespace EngagementHub.Recipes;

/// <summary>Applies a recipe: all of its steps or none.</summary>
internal sealed class RecipeRunner(HubDb db, IEnumerable<IRecipeStep> handlers, TimeProvider clock)
{
    public async Task ApplyAsync(Recipe recipe, StaffId? by, Action<string> progress, CancellationToken cancellation = default)
    {
        var steps = recipe.Steps.Select(body => (Body: body, Handler: HandlerOf(body))).ToList();
        var at = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        for (var i = 0; i < steps.Count; i++)
        {
            progress($"step {i + 1} of {steps.Count}: {steps[i].Handler.Name}");
            await ApplyAsync(steps[i].Body, steps[i].Handler, recipe.Folder, at, cancellation);
        }

        db.RecipeRuns.Add(RecipeRun.Of(recipe, by, at));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // A rule of the domain that a recipe breaks is said with the place in the recipe.
    private async Task ApplyAsync(RecipeNode body, IRecipeStep handler, string folder, DateTimeOffset at, CancellationToken cancellation)
    {
        try
        {
            await handler.ApplyAsync(new RecipeStep(body, folder, at), cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        catch (BrokenRuleException broken)
        {
            throw body.Refuse(broken.Message);
        }
    }

    private IRecipeStep HandlerOf(RecipeNode body)
    {
        var name = body["name"];
        return handlers.FirstOrDefault(h => string.Equals(h.Name, name.Text(), StringComparison.OrdinalIgnoreCase))
            ?? throw name.Refuse($"no module knows the step '{name.Text()}'; known are {string.Join(", ", handlers.Select(h => h.Name).Order(StringComparer.OrdinalIgnoreCase))}");
    }
}
