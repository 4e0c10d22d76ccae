using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class GiveModel(HubDb db, ScopeDesk desk, PromiseNotices notices, MakeModel.Surroundings around) : SettlersPage(db, desk, notices)
{
    [BindProperty]
    public Guid? Owner { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public IEnumerable<SelectListItem> Owners { get; private set; } = [];

    protected override async Task LoadAsync() => Owners = await around.OwnersAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var to = Owner is { } owner ? new StaffId(owner) : (StaffId?)null;
        var rules = new BrokenRules();
        var known = to is not { } named || await rules.KeepAsync(() => around.KnowsAsync(named));
        rules.Look(() => Promise.GiveTo(known ? to : null, Because, Desk.Me, Desk.Now));
        rules.Refuse();
        await Notices.GivenAsync(Promise, Desk.Me);
        return await SaveAsync("The promise has somebody else to keep it. Who had it before stays in view.");
    }
}
