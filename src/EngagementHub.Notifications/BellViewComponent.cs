using EngagementHub.Core.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

/// <summary>In the header: how many things the person has been told and not read yet. A page that is shared counts nothing; the theme's script asks for the number.</summary>
public sealed class BellViewComponent(HubDb db, ICurrentStaff staff) : ViewComponent
{
    /// <summary>Shows it to those signed in.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (SharedReading.Of(HttpContext) is { } shared)
        {
            return shared.IsSignedIn ? View("/Pages/Notifications/_Bell.cshtml", 0) : Content("");
        }

        if (staff.IdOrNone is not { } id)
        {
            return Content("");
        }

        return View("/Pages/Notifications/_Bell.cshtml", await db.Notifications.CountAsync(n => n.To == id && n.ReadAt == null));
    }
}
