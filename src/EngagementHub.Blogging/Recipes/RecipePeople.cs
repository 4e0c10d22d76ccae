namespace EngagementHub.Blogging.Recipes;

internal static class RecipePeople
{
    /// <summary>The person a recipe names by user name.</summary>
    /// <exception cref="RecipeException">Nobody has that user name.</exception>
    public static async Task<StaffCard> PersonAsync(this IStaffDirectory directory, RecipeNode userName, CancellationToken cancellation) =>
        await directory.FindByUserNameAsync(userName.Text(), cancellation)
        ?? throw userName.Refuse($"there is nobody with the user name '{userName.Text()}'; the step Staff must come before");
}
