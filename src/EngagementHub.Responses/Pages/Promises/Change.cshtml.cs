using System.ComponentModel.DataAnnotations;
using EngagementHub.Responses.Promises;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Responses.Pages.Promises;

internal sealed class ChangeModel(HubDb db, ScopeDesk desk, PromiseNotices notices) : SettlersPage(db, desk, notices)
{
    [BindProperty, Display(Name = "new day")]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Promise.Change(Due, Because, (Desk.Me, Desk.Now, Desk.Today));
        await Notices.ChangedAsync(Promise, Desk.Me);
        return await SaveAsync("The day is moved. The old day stays in view, with your reason.");
    }
}
