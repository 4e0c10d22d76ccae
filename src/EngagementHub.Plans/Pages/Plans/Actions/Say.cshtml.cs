using EngagementHub.Plans.Readings;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Plans.Pages.Plans.Actions;

internal sealed class SayModel(HubDb db, PlansDesk desk) : ActionPage(db, desk)
{
    [BindProperty]
    public string? Rag { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public Side Side { get; private set; }

    protected override async Task<bool> IsAllowedAsync()
    {
        var side = await Desk.SideAsync(Plan, Action);
        Side = side ?? Side.Reviewer;
        return side is not null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Action.Report(Plan, (Side, RagWords.Parse(Rag), Because), Desk.Act);
        return await SaveAsync(Side == Side.Owner ? $"Your reading is shown beside the others. It counts for {Word.OwnersWordHolds} days." : "Your reading is shown beside the owner's.");
    }
}
