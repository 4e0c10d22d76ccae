using Microsoft.AspNetCore.Mvc;

namespace EngagementHub.Identity;

/// <summary>Who is signed in, in the page's header, with the way in and out.</summary>
public sealed class AccountViewComponent(ICurrentStaff staff) : ViewComponent
{
    /// <summary>Shows it.</summary>
    public async Task<IViewComponentResult> InvokeAsync() => View("/Pages/Account/_Account.cshtml", await staff.CardAsync());
}
