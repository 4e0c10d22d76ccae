using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>The clock by which nodes hold something against each other.</summary>
/// <remarks>On PostgreSQL the database's own, so that nodes whose clocks differ agree on when a lease is over; on SQLite, where there is one node, the machine's. Never the hub's, which can be moved in a demonstration.</remarks>
public static class LeaseClock
{
    /// <summary>The UTC instant on that clock.</summary>
    public static async Task<DateTimeOffset> NowAsync(HubDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Database.IsSqlite()
            ? TimeProvider.System.GetUtcNow()
            : (await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").ToListAsync(cancellation))[0];
    }
}
