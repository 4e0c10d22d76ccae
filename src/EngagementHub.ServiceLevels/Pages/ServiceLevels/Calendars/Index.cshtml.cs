using EngagementHub.Core.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

internal sealed record ListedCalendar(string Slug, string Name, string Division, string Hours, int Levels, int Version, DateOnly Since)
{
    public bool IsDefault { get; init; }
}

internal sealed class IndexModel(HubDb db, ICurrentStaff current, TimeProvider clock, IOptions<HubOptions> hub) : PageModel
{
    public IReadOnlyList<ListedCalendar> Calendars { get; private set; } = [];

    public int Waiting { get; private set; }

    public bool MayKeep { get; private set; }

    public bool MayCheck { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (MayKeep, MayCheck) = (await current.MayAsync(ServiceLevelsModule.KeepAll), await current.MayAsync(ServiceLevelsModule.Define));
        Waiting = MayKeep ? await db.HolidayLists.CountAsync(list => list.TakenAt == null && list.SetAsideAt == null, cancellation) : 0;
        var levels = await db.ServiceLevels.GroupBy(level => level.CalendarId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var since = await db.CalendarVersions.GroupBy(version => version.CalendarId).Select(group => new { group.Key, At = group.Max(version => version.At) }).ToDictionaryAsync(group => group.Key, group => group.At, cancellation);
        var today = clock.GetUtcNow().DayIn(hub.Value.Zone);
        Calendars = [.. (await db.Calendars.AsNoTracking().OrderByDescending(calendar => calendar.IsDefault).ThenBy(calendar => calendar.Name).ToListAsync(cancellation)).Select(calendar =>
            new ListedCalendar(calendar.Slug, calendar.Name, calendar.Division, (calendar.Weeks.LastOrDefault(week => week.From <= today) ?? calendar.Weeks.FirstOrDefault())?.Hours.InWords ?? "on single days only", levels.GetValueOrDefault(calendar.Id), calendar.Changes, since.GetValueOrDefault(calendar.Id).DayIn(hub.Value.Zone)) { IsDefault = calendar.IsDefault })];
    }
}
