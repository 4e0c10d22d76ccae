using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace EngagementHub.Core.Data;

/// <summary>For rules about many rows that no single row can hold, such as that one administrator always stays: who asks and then writes does so alone.</summary>
public static class InTurn
{
    // "hubturns" as eight bytes.
    private const long Key = 0x6875627475726E73;

    /// <summary>Begins a transaction that waits until every other one begun so is over, on whichever node. What is asked in it is still so when it commits.</summary>
    /// <remarks>The embedded database lets one writer in at a time, and this transaction writes from its first moment. What was read before it may be old: ask again inside.</remarks>
    public static async Task<IDbContextTransaction> BeginInTurnAsync(this HubDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var turn = await db.Database.BeginTransactionAsync(cancellation);
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellation);
        }

        return turn;
    }
}
