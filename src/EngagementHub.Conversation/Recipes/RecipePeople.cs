namespace EngagementHub.Conversation.Recipes;

internal static class RecipePeople
{
    public static async Task<StaffCard> NamedAsync(this IStaffDirectory directory, RecipeNode userName, CancellationToken cancellation) =>
        await directory.FindByUserNameAsync(userName.Text(), cancellation)
            ?? throw userName.Refuse($"nobody has the user name '{userName.Text()}'; name them in a Staff step before this one");

    public static SubjectRef Post(this RecipeNode contentItemId) => new("blogging.post", StableId.From(contentItemId.Text()));
}
