namespace EngagementHub.Plans.Recipes;

/// <summary>Reads the names a recipe uses for people and things.</summary>
internal sealed class RecipeNames(IStaffDirectory directory, PlansDesk desk)
{
    public async Task<StaffId> PersonAsync(RecipeNode name) => await directory.FindByUserNameAsync(name.Text()) is { } card
        ? card.Id
        : throw name.Refuse($"nobody has the user name '{name.Text()}'; the Staff step must come before");

    public async Task<Act> ActAsync(RecipeNode item)
    {
        var at = item["At"].Instant();
        return new(await PersonAsync(item["By"]), at, desk.DayOf(at));
    }

    public static Guid Plan(string slug) => StableId.From($"{PlansModule.PlanKind}/{slug}");

    public static Guid Action(string key) => StableId.From($"{PlansModule.ActionKind}/{key}");

    public static Guid Measure(string key) => StableId.From($"{PlansModule.MeasureKind}/{key}");

    public static Guid Programme(string slug) => StableId.From($"{PlansModule.ProgrammeKind}/{slug}");

    public static Guid Benefit(string key) => StableId.From($"{PlansModule.BenefitKind}/{key}");

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

    public static void Saying(RecipeNode item, Action act) => Saying(item, () =>
    {
        act();
        return true;
    });

    public static T OneOf<T>(RecipeNode name)
        where T : struct, Enum => Enum.TryParse<T>(name.Text().Replace("/", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var known) && Enum.IsDefined(known)
            ? known
            : throw name.Refuse($"'{name.Text()}' is not known here; use one of {string.Join(", ", Enum.GetNames<T>())}");
}
