using EngagementHub.Core.Web;
using EngagementHub.Notifications.Inbox;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.Notifications.Pages.Notifications;

internal sealed class IndexModel(HubDb db, ICurrentStaff staff, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public string Zone => hub.Value.Zone;

    public IReadOnlyList<Notification> Notices { get; private set; } = [];

    public async Task OnGetAsync() =>
        Notices = await db.Notifications.AsNoTracking().Where(n => n.To == staff.Id).OrderByDescending(n => n.At).Take(100).ToListAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        foreach (var notice in await db.Notifications.Where(n => n.To == staff.Id && n.ReadAt == null).ToListAsync())
        {
            notice.Read(clock.GetUtcNow());
        }

        await db.SaveChangesAsync();
        return RedirectToPage();
    }
}
