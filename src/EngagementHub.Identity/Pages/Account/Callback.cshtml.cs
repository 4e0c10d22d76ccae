using EngagementHub.Core.Ui;
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
        if (SigningIn.LeftNobody)
        {
            this.Notify("Your sign-in service says that you are not an administrator any more, and nobody else is. Tell the people who run this site: they can name somebody in the setting SignIn:FirstAdministrator");
        }

        return stopped is null ? LocalRedirect(goTo!) : Stop(stopped);
    }
}
