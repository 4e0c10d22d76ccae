using EngagementHub.Identity.Provider;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>Where the provider sends the browser back to.</summary>
internal sealed class CallbackModel(IServiceProvider services) : ProviderPage(services)
{
    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, string? iss)
    {
        if (!HasProvider)
        {
            return NotFound();
        }

        var (goTo, stopped) = await SigningIn.ReceiveAsync(HttpContext, new Answered(code, state, error, iss));
        return stopped is null ? LocalRedirect(goTo!) : Stop(stopped);
    }
}
