using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class DropModel(HubDb db, ScopeDesk desk, PromiseNotices notices) : SettlersPage(db, desk, notices)
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Promise.Drop(Because, Desk.Me, Desk.Now);
        await Notices.DroppedAsync(Promise, Desk.Me);
        return await SaveAsync("The promise is dropped. It stays in the list with your reason.");
    }
}
