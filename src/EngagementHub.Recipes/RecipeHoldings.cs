using EngagementHub.Core.Keeping;
using EngagementHub.Recipes.Runs;

namespace EngagementHub.Recipes;

/// <summary>Who applied recipes.</summary>
internal sealed class RecipeHoldings : IHoldPeople
{
    public IReadOnlyList<HeldRecord> Records { get; } =
        [HeldRecord.Of<RecipeRun>("Recipes that you applied", p => r => r.By == p.Id).Stays("What filled the hub must stay answerable; it is kept under a number.")];
}
