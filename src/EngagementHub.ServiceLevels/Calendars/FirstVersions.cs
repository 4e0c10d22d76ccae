using EngagementHub.Core.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>Brings kept calendars to what this release knows: those from before there were versions get their first, and newer bank holidays that ship with the release make a new one.</summary>
internal sealed class FirstVersions(HubDb db, HolidayShelf holidays, TimeProvider clock) : IPrepareHub
{
    public async Task PrepareAsync(Action<string> progress, CancellationToken cancellation)
    {
        var versions = db.CalendarVersions;
        var act = new Act(null, clock.GetUtcNow());
        var list = await holidays.InForceAsync(cancellation);
        foreach (var calendar in await db.Calendars.Where(calendar => !versions.Any(version => version.CalendarId == calendar.Id)).ToListAsync(cancellation))
        {
            calendar.Record(calendar.Text.Keeping(list), "As it stood when the hub began to keep versions", act);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (calendar, before, after) in await holidays.ChangedByAsync(list, cancellation))
        {
            calendar.Change(after, before, "Newer bank holidays came with a release of the hub", act);
            progress($"The calendar \"{calendar.Name}\" keeps newer bank holidays: version {calendar.Changes}");
        }

        await db.SaveChangesAsync(cancellation);
    }
}
