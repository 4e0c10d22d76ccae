using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class KeepModel(HubDb db, ScopeDesk desk, PromiseNotices notices) : SettlersPage(db, desk, notices)
{
    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Promise.Keep(How, Link, (Desk.Me, Desk.Now, Desk.Today));
        await Notices.KeptAsync(Promise, Desk.Me);
        return await SaveAsync("The promise is marked as kept. Everybody sees it in the list of promises.");
    }
}
