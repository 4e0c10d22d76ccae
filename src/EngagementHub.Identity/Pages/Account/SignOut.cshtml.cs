using EngagementHub.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Identity.Pages.Account;

internal sealed class SignOutModel(SignedIn sessions) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var provider = await sessions.EndHereAsync(HttpContext.RequestAborted);
        await HttpContext.SignOutAsync();
        return Redirect(provider is null ? "/" : "/account/signing-out");
    }
}
