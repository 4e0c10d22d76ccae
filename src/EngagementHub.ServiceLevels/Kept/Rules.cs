using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Clocks;
using EngagementHub.ServiceLevels.Levels;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>A level with the calendar and the cut-offs it goes by, and a mark that tells one state of them from the next.</summary>
internal sealed record Rules(ServiceLevel Level, WorkingCalendar Calendar, CutOffs? CutOffs, string Mark)
{
    // Raised when clocks or sums come to mean something else, so that those kept from before are counted anew.
    private const int Edition = 1;

    public static async Task<Rules> OfAsync(HubDb db, CalendarShelf calendars, ServiceLevel level, CancellationToken cancellation)
    {
        var (changes, calendar) = await calendars.GetAsync(db, level.CalendarId, cancellation);
        var cutOffs = level.CutOffCalendarId is { } id ? await db.CutOffCalendars.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancellation) : null;
        return new Rules(level, calendar, cutOffs?.ToCutOffs(), $"{Edition}:{level.Changes}:{changes}:{cutOffs?.Changes}");
    }

    public Clock NewClock() => new(Level, Calendar, CutOffs);
}
