using EngagementHub.ServiceLevels.Calendars;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>What a level's calendar says otherwise than the version by which a month was counted.</summary>
internal sealed record CalendarSince(int Then, int Now, IReadOnlyList<string> Differences, bool OnlyHolidays)
{
    private const int MostTold = 3;

    public bool IsOther => Then != Now;

    public string InWords => $"Version {Then} then, {Now} now{(Differences.Count == 0 ? "" : $": {string.Join("; ", Differences.Take(MostTold))}{(Differences.Count > MostTold ? $" and {Differences.Count - MostTold} more" : "")}")}";

    public static async Task<CalendarSince> OfAsync(HubDb db, Guid calendar, int then, int now, CancellationToken cancellation)
    {
        var versions = (await db.CalendarVersions.AsNoTracking().Where(version => version.CalendarId == calendar && (version.Number == then || version.Number == now)).ToListAsync(cancellation)).ToDictionary(version => version.Number);
        if (then == now || !versions.TryGetValue(then, out var before) || !versions.TryGetValue(now, out var after))
        {
            return new CalendarSince(then, now, [], false);
        }

        var differences = CalendarDifference.Between(before.Text, after.Text);
        return new CalendarSince(then, now, differences, differences.Count > 0 && CalendarDifference.Between(before.Text with { Holidays = after.Text.Holidays }, after.Text).Count == 0);
    }
}
