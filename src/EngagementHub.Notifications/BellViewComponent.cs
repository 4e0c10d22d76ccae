using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications;

/// <summary>In the header: how many things the person has been told and not read yet.</summary>
public sealed class BellViewComponent(HubDb db, ICurrentStaff staff) : ViewComponent
{
    /// <summary>Shows it to those signed in.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (staff.IdOrNone is not { } id)
        {
            return Content("");
        }

        return View("/Pages/Notifications/_Bell.cshtml", await db.Notifications.CountAsync(n => n.To == id && n.ReadAt == null));
    }
}
