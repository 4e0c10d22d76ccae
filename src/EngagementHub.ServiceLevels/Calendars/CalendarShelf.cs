using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Calendars;

/// <summary>Calendars worked out once per version and kept: their tables cost more to make than to ask. A version never changes, so what is kept never goes stale.</summary>
internal sealed class CalendarShelf
{
    private readonly ConcurrentDictionary<Guid, WorkingCalendar> _kept = new();

    /// <summary>The version that holds, and its number.</summary>
    public async Task<(int Changes, WorkingCalendar Calendar)> GetAsync(HubDb db, Guid id, CancellationToken cancellation)
    {
        var latest = await db.CalendarVersions.Where(version => version.CalendarId == id).OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.Id }).FirstAsync(cancellation);
        return (latest.Number, await KeptAsync(db, latest.Id, cancellation));
    }

    /// <summary>A version by its number, as it counted then.</summary>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<WorkingCalendar> GetAsync(HubDb db, Guid id, int number, CancellationToken cancellation) =>
        await KeptAsync(db, await db.CalendarVersions.Where(version => version.CalendarId == id && version.Number == number).Select(version => version.Id).SingleAsync(cancellation), cancellation);

    /// <summary>All that a calendar says now, bank holidays included.</summary>
    public async Task<CalendarText> TextAsync(HubDb db, StoredCalendar calendar, CancellationToken cancellation) =>
        CalendarText.FromJson(await db.CalendarVersions.Where(version => version.CalendarId == calendar.Id).OrderByDescending(version => version.Number).Select(version => version.Json).FirstAsync(cancellation));

    private async Task<WorkingCalendar> KeptAsync(HubDb db, Guid version, CancellationToken cancellation) =>
        _kept.TryGetValue(version, out var kept) ? kept
            : _kept[version] = CalendarText.FromJson(await db.CalendarVersions.Where(known => known.Id == version).Select(known => known.Json).SingleAsync(cancellation)).Build();
}
