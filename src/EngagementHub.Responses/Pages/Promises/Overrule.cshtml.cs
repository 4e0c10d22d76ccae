using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class OverruleModel(HubDb db, ScopeDesk desk, PromiseNotices notices) : SettlersPage(db, desk, notices)
{
    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Promise.Overrule(Because, Desk.Me, Desk.Now);
        await Notices.OverruledAsync(Promise, Desk.Me);
        return await SaveAsync("The promise counts as late again. What the figure says stays in view beside your reason.");
    }
}
