using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class IndexModel(Mastheads mastheads, ICurrentStaff staff) : PageModel
{
    public IReadOnlyList<Masthead> All { get; private set; } = [];

    /// <summary>Whether to offer another blog.</summary>
    public bool MayOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        MayOpen = !staff.IsAnyReader && staff.IdOrNone is not null && await staff.MayAsync(BloggingModule.Manage);
        All = await mastheads.AllAsync(HttpContext.RequestAborted);
        return All.Count == 1 ? Redirect(All[0].Blog.Url) : Page();
    }
}
