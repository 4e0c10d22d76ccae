using System.Linq.Expressions;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Pages.Audit;

/// <summary>Which lines of the audit trail are wanted.</summary>
internal sealed record AuditFilter(string? Who, string? What, string? On, DateOnly? From, DateOnly? To)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Who + What + On) && From is null && To is null;

    /// <summary>The last instant of which lines are shown; nothing when all are.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What each kind of thing is called.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; init; } = new Dictionary<string, string>();

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
            lines = SubjectRef.TryParse(On.Trim(), out var on) ? lines.Where(l => l.On == on) : lines.Where(OnKinds(On.Trim()));
        }

        var (from, to) = (From?.StartIn(zone), To?.AddDays(1).StartIn(zone));
        return lines.Where(l => (from == null || l.At >= from) && (to == null || l.At < to));
    }

    // All kinds that are called the same. The column holds "blogging.post/39961d87…".
    private Expression<Func<AuditEntry, bool>> OnKinds(string kind)
    {
        var begins = Kinds.Where(k => k.Key == kind || k.Value == Kinds.GetValueOrDefault(kind)).Select(k => $"{k.Key}/%").ToList();
        return l => begins.Any(b => EF.Functions.Like((string)(object)l.On, b));
    }

#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
    private static async Task<List<StaffId>> PeopleAsync(HubDb db, string who, CancellationToken cancellation) =>
        [.. (await db.Staff.Where(s => s.Name.ToLower().Contains(who) || s.UserName.ToLower() == who).OrderBy(s => s.Name).Select(s => s.Id).Take(500).ToListAsync(cancellation)).Select(id => new StaffId(id))];
#pragma warning restore CA1304, CA1311, CA1862
}
