using EngagementHub.Recipes.Runs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Recipes;

internal static class RecipesData
{
    extension(HubDb db)
    {
        public DbSet<RecipeRun> RecipeRuns => db.Set<RecipeRun>();
    }
}
