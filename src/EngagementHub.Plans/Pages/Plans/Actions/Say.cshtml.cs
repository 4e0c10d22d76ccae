using EngagementHub.Plans.Readings;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class SayModel(HubDb db, PlansDesk desk) : ActionPage(db, desk)
{
    [BindProperty]
    public string? Rag { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    /// <summary>Whoever works on the action speaks for it; anybody else who may review, as a reviewer.</summary>
    public Side Side { get; private set; }

    protected override async Task<bool> IsAllowedAsync()
    {
        var works = await Desk.WorksOnAsync(Plan, Action);
        Side = works ? Side.Owner : Side.Reviewer;
        return works || await Desk.MayReviewAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Action.Report(Plan, (Side, RagWords.Parse(Rag), Because), Desk.Act);
        return await SaveAsync(Side == Side.Owner ? $"Your reading is shown beside the others. It counts for {Word.OwnersWordHolds} days." : "Your reading is shown beside the owner's.");
    }
}
