namespace EngagementHub.Responses.Recipes;

/// <summary>Reads the names a recipe uses for people, scopes and comments.</summary>
internal sealed class RecipeNames(IStaffDirectory directory, IResponseScopes scopes)
{
    public const string Period = "blogging.period";
    public const string Post = "blogging.post";

    public async Task<StaffId> PersonAsync(RecipeNode name) => await directory.FindByUserNameAsync(name.Text()) is { } card
        ? card.Id
        : throw name.Refuse($"nobody has the user name '{name.Text()}'; the Staff step must come before");

    /// <summary>The scope named by <c>Period</c> or by the member that names a post.</summary>
    public async Task<ResponseScope> ScopeAsync(RecipeNode item, string post)
    {
        var name = item.Find("Period") ?? item.Find(post) ?? throw item.Refuse($"name the scope with 'Period' or '{post}'");
        var subject = new SubjectRef(item.Find("Period") is null ? Post : Period, StableId.From(name.Text()));
        return await scopes.FindAsync(subject) ?? throw name.Refuse($"there is no period or post '{name.Text()}'; its step must come before");
    }

    public async Task<(StaffId By, DateTimeOffset At)> ActAsync(RecipeNode item, string by, string at) =>
        (await PersonAsync(item[by]), item[at].Instant());

    public static Guid Theme(RecipeNode key) => StableId.From($"{ResponsesModule.ThemeKind}/{key.Text()}");

    public static Guid Question(RecipeNode key) => StableId.From($"{ResponsesModule.QuestionKind}/{key.Text()}");

    public static Guid Answer(RecipeNode key) => StableId.From($"{ResponsesModule.AnswerKind}/{key.Text()}");

    public static Guid Promise(RecipeNode key) => StableId.From($"{ResponsesModule.PromiseKind}/{key.Text()}");

    public static Guid Digest(RecipeNode key) => StableId.From($"responses.digest/{key.Text()}");

    public static Guid Comment(RecipeNode key) => StableId.From($"comment/{key.Text()}");

    /// <summary>What the domain refuses, said with line and column.</summary>
    public static T Saying<T>(RecipeNode item, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (BrokenRuleException broken)
        {
            throw item.Refuse(broken.Message);
        }
    }
}
