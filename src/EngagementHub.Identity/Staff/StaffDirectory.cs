using EngagementHub.Identity.Roles;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Identity.Staff;

internal sealed class StaffDirectory(HubDb db, RolePermissions roles) : IStaffDirectory
{
    public async Task<StaffCard?> FindAsync(StaffId id, CancellationToken cancellation = default) =>
        (await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id.Value, cancellation))?.Card();

    public async Task<StaffCard?> FindByUserNameAsync(string userName, CancellationToken cancellation = default)
    {
        var name = userName.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // translated to the database's LOWER
        return (await db.Staff.AsNoTracking().FirstOrDefaultAsync(s => s.UserName.ToLower() == name, cancellation))?.Card();
#pragma warning restore CA1304, CA1311, CA1862
    }

    public async Task<IReadOnlyDictionary<StaffId, StaffCard>> CardsAsync(IEnumerable<StaffId> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Select(i => i.Value).Distinct().ToList();
        var found = await db.Staff.AsNoTracking().Where(s => wanted.Contains(s.Id)).ToListAsync(cancellation);
        return found.ToDictionary(s => new StaffId(s.Id), s => s.Card());
    }

    public async Task<IReadOnlyList<StaffCard>> AllAsync(CancellationToken cancellation = default) =>
        [.. (await db.Staff.AsNoTracking().Where(s => s.LeftAt == null).OrderBy(s => s.Name).ToListAsync(cancellation)).Select(s => s.Card())];

    public async Task<IReadOnlyList<StaffCard>> EverybodyAsync(CancellationToken cancellation = default) =>
        [.. (await db.Staff.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellation)).Select(s => s.Card())];

    public async Task<IReadOnlyList<StaffCard>> HoldingAsync(string permission, CancellationToken cancellation = default)
    {
        // Asked of the database: few of thirty thousand hold anything.
        var granting = (await roles.GrantingAsync(permission, cancellation)).ToList();
        return [.. (await db.Staff.AsNoTracking().Where(s => s.LeftAt == null && s.Roles.Any(r => granting.Contains(r))).OrderBy(s => s.Name).ToListAsync(cancellation)).Select(s => s.Card())];
    }
}
