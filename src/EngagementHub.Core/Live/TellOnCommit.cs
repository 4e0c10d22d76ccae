using System.Data.Common;
using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EngagementHub.Core.Live;

/// <summary>Raises what a unit of work has to tell when its transaction is committed, and never before.</summary>
internal sealed class TellOnCommit : DbTransactionInterceptor
{
    public static readonly TellOnCommit Instance = new();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as HubDb)?.TellLive();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as HubDb)?.TellLive();
        return Task.CompletedTask;
    }
}
