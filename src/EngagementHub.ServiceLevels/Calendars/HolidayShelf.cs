using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>The lists of bank holidays: what ships with the hub, and every newer list that a person took in, merged in the order in which they were taken in.</summary>
internal sealed class HolidayShelf(HubDb db, CalendarShelf calendars)
{
    public Task<HolidaysInForce> InForceAsync(CancellationToken cancellation) => MergedAsync(db.HolidayLists.Where(list => list.TakenAt != null), cancellation);

    /// <summary>What held before a list was decided about; what holds now while it waits.</summary>
    public Task<HolidaysInForce> BeforeAsync(HolidayFile list, CancellationToken cancellation)
    {
        var decided = list.TakenAt ?? list.SetAsideAt;
        return MergedAsync(db.HolidayLists.Where(other => other.TakenAt != null && (decided == null || other.TakenAt < decided)), cancellation);
    }

    private static async Task<HolidaysInForce> MergedAsync(IQueryable<HolidayFile> taken, CancellationToken cancellation) =>
        (await taken.AsNoTracking().OrderBy(list => list.TakenAt).ToListAsync(cancellation)).Aggregate(HolidaysInForce.Shipped, (known, newer) => known.And(newer));

    /// <summary>Keeps a file that came; nothing when it is the same as the last one.</summary>
    public async Task<HolidayFile?> ReceiveAsync(string file, string source, Act act, CancellationToken cancellation)
    {
        var last = await db.HolidayLists.AsNoTracking().OrderByDescending(list => list.Number).Select(list => new { list.Number, list.Sha256 }).FirstOrDefaultAsync(cancellation);
        if (last?.Sha256 == HolidayFile.HashOf(file))
        {
            return null;
        }

        var received = HolidayFile.Receive((last?.Number ?? 0) + 1, file, source, act);
        db.HolidayLists.Add(received);
        return received;
    }

    /// <summary>What each calendar that keeps bank holidays would say by a list.</summary>
    public async Task<IReadOnlyList<(StoredCalendar Calendar, CalendarText Before, CalendarText After)>> ChangedByAsync(HolidaysInForce list, CancellationToken cancellation)
    {
        List<(StoredCalendar, CalendarText, CalendarText)> changed = [];
        foreach (var calendar in await db.Calendars.Where(calendar => calendar.Division != "").OrderBy(calendar => calendar.Name).ToListAsync(cancellation))
        {
            var before = await calendars.TextAsync(db, calendar, cancellation);
            var after = calendar.Text.Keeping(list);
            if (CalendarDifference.Between(before, after).Count > 0)
            {
                changed.Add((calendar, before, after));
            }
        }

        return changed;
    }
}
