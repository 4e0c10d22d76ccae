using EngagementHub.Identity.Provider;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>Sends somebody who is signed in to show anew who they are.</summary>
internal sealed class AgainModel(IServiceProvider services) : ProviderPage(services)
{
    public async Task<IActionResult> OnGetAsync(string? returnUrl) => HasProvider
        ? await LeaveAsync(returnUrl, again: true)
        : RedirectToPage("/Account/SignIn", new { returnUrl = LocalAddress.OrHome(returnUrl) });
}
