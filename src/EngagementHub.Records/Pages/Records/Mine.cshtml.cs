using EngagementHub.Records.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Records.Pages.Records;

/// <summary>A person takes away what is kept about them, without asking anybody.</summary>
internal sealed class MineModel(PersonFiles files, Erasure erasure, ICurrentStaff staff, TimeProvider clock) : PageModel
{
    public IReadOnlyList<(HeldRecord Record, int Count)> Held { get; private set; } = [];

    public async Task OnGetAsync() => Held = await erasure.CountsAsync((await staff.CardAsync())!, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        var file = await files.ZipAsync((await staff.CardAsync())!, clock.GetUtcNow(), HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        return File(file, "application/zip", "what-is-kept-about-me.zip");
    }
}
