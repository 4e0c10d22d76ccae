using EngagementHub.Identity.Provider;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>Signed out here, on the way to the provider to sign out there. A page of its own, because a form may lead to this site only (<c>form-action</c>), redirects included.</summary>
internal sealed class SigningOutModel(IServiceProvider services) : ProviderPage(services)
{
    public string? Provider { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Provider = HasProvider ? await SigningIn.EndAddressAsync(HttpContext) : null;
        if (Provider is null)
        {
            return Redirect("/account/signed-out?provider=away");
        }

        Response.Headers["Refresh"] = $"0; url={Provider}";
        return Page();
    }
}
