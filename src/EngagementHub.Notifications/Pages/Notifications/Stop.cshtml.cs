using EngagementHub.Core.Web;
using EngagementHub.Notifications.Mail;
using EngagementHub.Notifications.Preferences;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Notifications.Pages.Notifications;

// RFC 8058: the reader's mail server posts here by itself, without a session; looking at the address changes nothing.
[FromAnywhere]
internal sealed class StopModel(HubDb db, IStaffDirectory directory, StopNotices stop, IEnumerable<NoticeKind> kinds) : PageModel
{
    public string? Kind { get; private set; }

    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token)
    {
        if (await ReadAsync(token) is not { } told)
        {
            return Shown();
        }

        var preference = await db.Preferences.AsNoTracking().FirstOrDefaultAsync(p => p.Who == told.Person);
        IsStopped = preference is not null && Those(told.Kind).All(k => preference.For(k.Name) == Delivery.OnSite);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await ReadAsync(token) is not { } told)
        {
            return Shown();
        }

        var preference = await db.Preferences.FirstOrDefaultAsync(p => p.Who == told.Person) ?? db.Preferences.Add(Preference.Of(told.Person)).Entity;
        StopNotices.Stop(preference, told.Kind, kinds);
        await db.SaveChangesAsync();
        IsStopped = true;
        return Shown();
    }

    private async Task<(StaffId Person, string Kind)?> ReadAsync(string token)
    {
        // Nothing is written down any more about somebody who has left.
        if (stop.Read(token) is not { } told || !Those(told.Kind).Any() || await directory.FindAsync(told.Person) is not { IsActive: true })
        {
            return null;
        }

        Kind = told.Kind == StopNotices.AllKinds ? "All notices by mail" : Those(told.Kind).First().Label;
        return told;
    }

    private IEnumerable<NoticeKind> Those(string kind) => kinds.Where(k => kind == StopNotices.AllKinds || k.Name == kind);

    private PageResult Shown()
    {
        var page = Page();
        page.StatusCode = Kind is null ? StatusCodes.Status404NotFound : null;
        return page;
    }
}
