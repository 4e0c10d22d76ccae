using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>Calendars worked out once per state and kept: their tables cost more to make than to ask.</summary>
internal sealed class CalendarShelf
{
    private readonly ConcurrentDictionary<Guid, (int Changes, WorkingCalendar Calendar)> _kept = new();

    public WorkingCalendar Get(StoredCalendar stored) =>
        _kept.TryGetValue(stored.Id, out var kept) && kept.Changes == stored.Changes ? kept.Calendar : Keep(stored);

    public async Task<(int Changes, WorkingCalendar Calendar)> GetAsync(HubDb db, Guid id, CancellationToken cancellation)
    {
        var changes = await db.Calendars.Where(calendar => calendar.Id == id).Select(calendar => calendar.Changes).SingleAsync(cancellation);
        return _kept.TryGetValue(id, out var kept) && kept.Changes == changes ? kept
            : (changes, Keep(await db.Calendars.AsNoTracking().SingleAsync(calendar => calendar.Id == id, cancellation)));
    }

    private WorkingCalendar Keep(StoredCalendar stored)
    {
        var calendar = stored.ToWorkingCalendar();
        _kept[stored.Id] = (stored.Changes, calendar);
        return calendar;
    }
}
