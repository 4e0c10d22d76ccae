using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Identity.Pages.Staff;

internal sealed class IndexModel(IStaffDirectory directory) : PageModel
{
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    public async Task OnGetAsync() => People = await directory.AllAsync();
}
