namespace EngagementHub.Blogging.Recipes;

/// <summary>The identifiers of things in recipes.</summary>
internal static class RecipeIds
{
    /// <summary>What this hub writes in its own recipes: 32 hexadecimal digits, which name the same thing on every hub.</summary>
    public static string Of(Guid id) => id.ToString("N");

    /// <summary>The identifier a recipe gives: as this hub writes it, or derived from any other name, such as the 26 letters of Orchard Core.</summary>
    public static Guid Id(this RecipeNode node) => Guid.TryParseExact(node.Text(), "N", out var own) ? own : StableId.From(node.Text());
}
