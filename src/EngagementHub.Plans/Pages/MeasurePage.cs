using EngagementHub.Plans.Measures;
using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one measure, for whoever answers for the number and whoever runs the plan.</summary>
internal abstract class MeasurePage(HubDb db, PlansDesk desk) : FoundPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Measure Measure { get; private set; } = null!;

    public override string Here => $"/plans/measures/{Id}";

    public async Task<bool> MayChangeAsync() => User.Identity?.IsAuthenticated == true && (Measure.Owner == Desk.Me || await Desk.RunsAsync(Plan));

    protected override async Task<bool> FindAsync()
    {
        if (await Db.PlanMeasures.FirstOrDefaultAsync(m => m.Id == Id) is not { } measure)
        {
            return false;
        }

        (Plan, Measure) = (await Db.Plans.FirstAsync(p => p.Id == measure.Plan), measure);
        return await Desk.MayReadAsync(Plan);
    }

    protected override Task<bool> IsAllowedAsync() => MayChangeAsync();
}
