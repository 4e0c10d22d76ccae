using EngagementHub.Plans.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Plans.Pages;

/// <summary>A page about one plan: for readers once it is adopted, for changes only for whoever runs it.</summary>
internal abstract class PlanPage(HubDb db, PlansDesk desk) : FoundPage(db, desk)
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    public Plan Plan { get; private set; } = null!;

    public override string Here => $"/plans/{Plan.Slug}";

    protected override async Task<bool> FindAsync()
    {
        Plan = (await Db.Plans.FirstOrDefaultAsync(p => p.Slug == Slug))!;
        return Plan is not null && await Desk.MayReadAsync(Plan);
    }

    protected override Task<bool> IsAllowedAsync() => Desk.RunsAsync(Plan);
}
