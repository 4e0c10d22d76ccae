using EngagementHub.Plans.Readings;
using EngagementHub.Plans.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans;

internal sealed class AssessModel(HubDb db, PlansDesk desk) : PlanPage(db, desk)
{
    [BindProperty]
    public string? Rag { get; set; }

    [BindProperty]
    public string? Findings { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Db.PlanReviews.Add(Review.Of(Plan, (RagWords.Parse(Rag), Findings, Next), Desk.Act));
        return await SaveAsync("The assessment is published on the plan's page.");
    }

    protected override async Task<bool> IsAllowedAsync() => await Desk.MayReviewAsync();
}
