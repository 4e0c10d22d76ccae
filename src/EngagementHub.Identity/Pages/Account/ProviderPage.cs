using EngagementHub.Identity.Provider;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Identity.Pages.Account;

/// <summary>A page from which one goes to the provider, or learns why that did not work.</summary>
internal abstract class ProviderPage(IServiceProvider services) : PageModel
{
    public Stopped? Stopped { get; private set; }

    protected bool HasProvider => services.GetService<SigningIn>() is not null;

    protected SigningIn SigningIn => services.GetRequiredService<SigningIn>();

    protected async Task<IActionResult> LeaveAsync(string? returnTo, bool again)
    {
        try
        {
            return Redirect(await SigningIn.AddressAsync(HttpContext, returnTo, again));
        }
        catch (ProviderAwayException e)
        {
            SigningIn.SayAway(e.Message, e.InnerException?.GetType().Name);
            return Stop(Stopped.Away(LocalAddress.OrHome(returnTo)));
        }
    }

    protected PageResult Stop(Stopped stopped)
    {
        Stopped = stopped;
        var page = Page();
        page.StatusCode = stopped.Status;
        return page;
    }
}
