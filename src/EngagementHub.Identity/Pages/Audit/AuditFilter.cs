using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Audit;

/// <summary>Which lines of the audit trail are wanted.</summary>
internal sealed record AuditFilter(string? Who, string? What, string? On, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Who + What + On) && From is null && To is null;

    /// <summary>The last instant of which lines are shown; nothing when all are.</summary>
    public DateTimeOffset? Until { get; init; }

    public async Task<IQueryable<AuditEntry>> LinesAsync(HubDb db, string zone, CancellationToken cancellation)
    {
        var until = Until;
        var lines = db.Audit.AsNoTracking().Where(l => until == null || l.At <= until);
        if (!string.IsNullOrWhiteSpace(Who))
        {
            var people = await PeopleAsync(db, Who.Trim().ToLowerInvariant(), cancellation);
            lines = lines.Where(l => l.By != null && people.Contains(l.By.Value));
        }

        if (!string.IsNullOrWhiteSpace(What))
        {
            // As the page shows it, or as the trail keeps it.
            var what = What.Trim().ToLowerInvariant().Replace(' ', '-');
            var dotted = what.Replace('-', '.');
            lines = lines.Where(l => l.What.Contains(what) || l.What.Contains(dotted));
        }

        if (!string.IsNullOrWhiteSpace(On))
        {
            var on = SubjectRef.TryParse(On.Trim(), out var subject) ? subject : new SubjectRef("nothing", Guid.Empty);
            lines = lines.Where(l => l.On == on);
        }

        var (from, to) = (From?.StartIn(zone), To?.AddDays(1).StartIn(zone));
        return lines.Where(l => (from == null || l.At >= from) && (to == null || l.At < to));
    }

#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
    private static async Task<List<StaffId>> PeopleAsync(HubDb db, string who, CancellationToken cancellation) =>
        [.. (await db.Staff.Where(s => s.Name.ToLower().Contains(who) || s.UserName.ToLower() == who).OrderBy(s => s.Name).Select(s => s.Id).Take(500).ToListAsync(cancellation)).Select(id => new StaffId(id))];
#pragma warning restore CA1304, CA1311, CA1862
}
