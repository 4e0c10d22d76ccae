using EngagementHub.Core.Data;
using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EngagementHub.Core.Auditing;

/// <summary>Seals what was written to the audit trail since the last run, in chains of a transaction each. Writers never wait for it.</summary>
internal sealed partial class SealAudit(HubDb db, ILogger<SealAudit> log) : IJob
{
    private const int Batch = 500;

    public string Name => "core.seal-audit";

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await SealSomeAsync(cancellation) is { } head)
        {
            // Kept elsewhere, as logs are, this is what the chain is compared with: see verify-audit --head.
            SaySealed(head.Place, head.Seal);
            if (head.Count < Batch)
            {
                break;
            }
        }
    }

    // A second process that seals at the same moment takes the same places: its save is refused by their uniqueness, and it begins again later.
    private async Task<(long Place, string Seal, int Count)?> SealSomeAsync(CancellationToken cancellation)
    {
        var lines = await db.Audit.AsNoTracking().Where(a => a.Place == null).OrderBy(a => a.Id).Take(Batch).ToListAsync(cancellation);
        if (lines.Count == 0)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (place, seal) = await HeadAsync(cancellation);
        foreach (var line in lines)
        {
            var salt = line.Why is null ? null : AuditSeal.NewSalt();
            var mark = AuditSeal.MarkOf(line.Why, salt);
            seal = AuditSeal.Of(seal, ++place, line, mark);
            if (!await SealAsync(line, place, seal, (mark, salt), cancellation))
            {
                // Struck or sealed since it was read: what this chain was made of is old.
                await transaction.RollbackAsync(cancellation);
                return null;
            }
        }

        await transaction.CommitAsync(cancellation);
        return (place, seal, lines.Count);
    }

    private async Task<(long Place, string Seal)> HeadAsync(CancellationToken cancellation)
    {
        var head = await db.Audit.AsNoTracking().Where(a => a.Place != null).OrderByDescending(a => a.Place).Select(a => new { a.Place, a.Seal }).FirstOrDefaultAsync(cancellation);
        return head is null ? (0, AuditSeal.Beginning) : (head.Place!.Value, head.Seal!);
    }

    private async Task<bool> SealAsync(AuditEntry line, long place, string seal, (string? Mark, string? Salt) why, CancellationToken cancellation)
    {
        var (id, read, mark, salt) = (line.Id, line.Why, why.Mark, why.Salt);
        return await db.Audit.Where(a => a.Id == id && a.Place == null && a.Why == read).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Place, place).SetProperty(a => a.Seal, seal).SetProperty(a => a.WhyMark, mark).SetProperty(a => a.WhySalt, salt), cancellation) == 1;
    }

    [LoggerMessage(1, LogLevel.Information, "The audit trail is sealed to {Place}:{Seal}")]
    private partial void SaySealed(long place, string seal);
}
