using EngagementHub.ServiceLevels.Calendars;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>A page about one calendar of the address.</summary>
internal abstract class CalendarPageModel(HubDb db) : PageModel
{
    public StoredCalendar Calendar { get; private set; } = null!;

    /// <summary>Its versions without what they say, the newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var slug = (string?)RouteData.Values["calendar"];
        if (await db.Calendars.FirstOrDefaultAsync(calendar => calendar.Slug == slug) is not { } known)
        {
            context.Result = NotFound();
            return;
        }

        Calendar = known;
        Versions = await db.CalendarVersions.Where(version => version.CalendarId == known.Id).OrderByDescending(version => version.Number)
            .Select(version => new VersionLine(version.Number, version.At, version.By, version.Why)).ToListAsync();
        await next();
    }

    protected async Task<CalendarText?> TextOfAsync(int number) =>
        await db.CalendarVersions.Where(version => version.CalendarId == Calendar.Id && version.Number == number).Select(version => version.Json).SingleOrDefaultAsync() is { } json ? CalendarText.FromJson(json) : null;
}

/// <summary>Who made a version, when and why.</summary>
internal sealed record VersionLine(int Number, DateTimeOffset At, StaffId? By, string Why);
