using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Staff;

internal sealed class IndexModel(HubDb db) : PageModel
{
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public async Task OnGetAsync() =>
        People = [.. (await db.Staff.AsNoTracking().OrderBy(s => s.LeftAt != null).ThenBy(s => s.Name).ToListAsync()).Select(s => s.Card())];
}
