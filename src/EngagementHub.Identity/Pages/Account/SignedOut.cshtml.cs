using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Identity.Pages.Account;

internal sealed class SignedOutModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Provider { get; set; }

    public bool OnlyHere => Provider == "away";
}
