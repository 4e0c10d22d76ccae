using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one action of a plan, for its owner and for whoever runs the plan.</summary>
internal abstract class ActionPage(HubDb db, PlansDesk desk) : FoundPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public PlannedAction Action { get; private set; } = null!;

    public override string Here => $"/plans/actions/{Id}";

    protected override async Task<bool> FindAsync()
    {
        if (await Db.PlannedActions.FirstOrDefaultAsync(a => a.Id == Id) is not { } action)
        {
            return false;
        }

        (Plan, Action) = (await Db.Plans.FirstAsync(p => p.Id == action.Plan), action);
        return await Desk.MayReadAsync(Plan) || await Desk.WorksOnAsync(Plan, Action);
    }

    protected override Task<bool> IsAllowedAsync() => Desk.WorksOnAsync(Plan, Action);
}
