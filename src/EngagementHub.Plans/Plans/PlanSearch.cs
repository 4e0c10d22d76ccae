using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Plans;

/// <summary>Actions of adopted plans are found by what will be done, what success looks like and what was said of them.</summary>
internal sealed class PlanSearch(HubDb db, IStaffDirectory directory) : ISearchSource
{
    public string Kind => SearchKinds.Action;

    public int Order => 40;

    public async Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation)
    {
        List<PlannedAction> actions = [.. changed.OfType<PlannedAction>()];
        foreach (var plan in changed.OfType<Plan>())
        {
            await db.PlannedActions.Where(a => a.Plan == plan.Id).LoadAsync(cancellation);
            actions.AddRange(db.PlannedActions.Local.Where(a => a.Plan == plan.Id));
        }

        return actions.Count == 0 ? [] : await TellAsync([.. actions.Distinct()], cancellation);
    }

    public async Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation) => await db.PlannedActions.IgnoreAutoIncludes().Select(a => a.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await TellAsync(await db.PlannedActions.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation), cancellation);

    private async Task<IReadOnlyList<Findable>> TellAsync(List<PlannedAction> actions, CancellationToken cancellation)
    {
        var ids = actions.ConvertAll(a => a.Plan).Distinct().ToList();
        await db.Plans.Where(p => ids.Contains(p.Id)).LoadAsync(cancellation);
        var plans = db.Plans.Local.Where(p => ids.Contains(p.Id)).ToDictionary(p => p.Id);
        var people = await directory.CardsAsync(actions.Select(a => a.Owner).Distinct(), cancellation);
        return [.. actions.Select(a => new Findable(new(PlansModule.ActionKind, a.Id), TextOf(a, plans[a.Plan], people.GetValueOrDefault(a.Owner))))];
    }

    private static SearchText? TextOf(PlannedAction action, Plan plan, StaffCard? owner) => plan.AdoptedAt is not { } adopted ? null
        : new(SearchKinds.Action, action.Title, string.Join(' ', [action.Success, action.DoneText ?? "", action.DroppedBecause ?? "", .. action.Words.Select(w => w.Because)]), $"/plans/actions/{action.Id}", plan.AdoptedDay!.Value)
        {
            By = owner is null ? "A former member of staff" : $"{owner.Name}, {owner.Title}",
            Keywords = $"{plan.Title} {plan.Areas.FirstOrDefault(a => a.Id == action.Area)?.Title}",
            VisibleFrom = adopted,
        };
}
