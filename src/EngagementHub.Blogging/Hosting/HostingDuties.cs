using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>Who hosts, stands in and answers, by the accepted periods.</summary>
internal sealed class HostingDuties(HubDb db) : ITellDuties
{
    public async Task<ILookup<StaffId, string>> DutiesAsync(CancellationToken cancellation = default)
    {
        var periods = await db.HostingPeriods.AsNoTracking().Where(p => p.AcceptedAt != null && p.WithdrawnAt == null).OrderBy(p => p.FirstDay).ToListAsync(cancellation);
        var owners = await db.Blogs.AsNoTracking().OrderBy(b => b.Name).Select(b => new { b.Owner, b.Name }).ToListAsync(cancellation);
        return owners.Select(o => (Who: o.Owner, Duty: $"owner of {o.Name}")).Concat(periods.SelectMany(Duties)).ToLookup(d => d.Who, d => d.Duty);
    }

    private static IEnumerable<(StaffId Who, string Duty)> Duties(HostingPeriod period) =>
    [
        (period.Host, $"guest host, {period.Days}"),
        .. period.StandIn is { } standIn ? [(standIn, $"stand-in, {period.Days}")] : Array.Empty<(StaffId, string)>(),
        .. period.CoResponders.Select(c => (c.Person, $"co-responder, {period.Days}")),
    ];
}
