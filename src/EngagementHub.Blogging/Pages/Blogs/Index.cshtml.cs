using EngagementHub.Blogging.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Blogging.Pages.Blogs;

internal sealed class IndexModel(Mastheads mastheads) : PageModel
{
    public IReadOnlyList<Masthead> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        All = await mastheads.AllAsync(HttpContext.RequestAborted);
        return All.Count == 1 ? Redirect(All[0].Blog.Url) : Page();
    }
}
