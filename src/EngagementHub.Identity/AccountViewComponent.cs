using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Identity;

/// <summary>Who is signed in, in the page's header, with the way in and out. A page that is shared names nobody; the theme's script asks for the name.</summary>
public sealed class AccountViewComponent(ICurrentStaff staff) : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var who = SharedReading.Of(HttpContext) switch
        {
            { IsSignedIn: true } => "Your account",
            { } => null,
            null => (await staff.CardAsync())?.Name,
        };
        // Without the generic overload a name would be taken for the name of a view.
        return View<string?>("/Pages/Account/_Account.cshtml", who);
    }
}
