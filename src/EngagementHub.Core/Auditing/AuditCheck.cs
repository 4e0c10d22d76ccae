using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Auditing;

/// <summary>What a walk along the chain found.</summary>
/// <param name="Sealed">How many lines are in the chain as far as it holds.</param>
/// <param name="Head">The last seal as far as it holds.</param>
/// <param name="Unsealed">How many lines wait for their seal.</param>
/// <param name="Broken">The first thing that is wrong; nothing when nothing is.</param>
internal sealed record AuditFinding(long Sealed, string Head, int Unsealed, string? Broken);

/// <summary>Walks along the chain from its first line and stops at the first that does not fit.</summary>
internal sealed class AuditCheck(HubDb db)
{
    private readonly Dictionary<long, string> _struck = [];
    private readonly Dictionary<long, string> _noted = [];

    public async Task<AuditFinding> WalkAsync((long Place, string Seal)? known, CancellationToken cancellation)
    {
        var (place, seal) = (0L, AuditSeal.Beginning);
        var unsealed = await db.Audit.CountAsync(a => a.Place == null, cancellation);
        var met = known is null;
        await foreach (var line in db.Audit.AsNoTracking().Where(a => a.Place != null).OrderBy(a => a.Place).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (WhatIsWrong(line, place + 1, seal) is { } wrong)
            {
                return new AuditFinding(place, seal, unsealed, wrong);
            }

            (place, seal) = (place + 1, line.Seal!);
            met |= known is { } head && head.Place == place && head.Seal == seal;
        }

        var broken = Unexplained() ?? (met ? null : $"The seal {known!.Value.Place}:{known.Value.Seal} that was noted before is not in the chain: lines were removed or the chain was made anew");
        return new AuditFinding(place, seal, unsealed, broken);
    }

    private string? WhatIsWrong(AuditEntry line, long place, string before)
    {
        if (line.Place != place)
        {
            return $"Place {place} is missing: a line was removed";
        }

        if (AuditSeal.Of(before, place, line, line.WhyMark) != line.Seal)
        {
            return $"Entry {line.Id} at place {place} ({line.What}) is not what was sealed";
        }

        return IsReasonRight(line) ? null : $"The reason of entry {line.Id} at place {place} ({line.What}) is not what was sealed";
    }

    // Without its salt a reason cannot be compared: it was struck, and a later line must say so.
    private bool IsReasonRight(AuditEntry line)
    {
        if (StruckNote.Read(line) is { } note)
        {
            _noted[note.Entry] = note.Mark;
        }

        if (line.WhySalt is null && line.WhyMark is not null)
        {
            _struck[line.Id] = AuditSeal.MarkOf(line.Why, null) ?? "";
            return true;
        }

        return line.WhyMark == AuditSeal.MarkOf(line.Why, line.WhySalt);
    }

    private string? Unexplained() => _struck.Where(s => _noted.GetValueOrDefault(s.Key) != s.Value).Select(s => s.Key).Order().Cast<long?>().FirstOrDefault() is { } entry
        ? $"The reason of entry {entry} was changed, and no later line says that words of it were struck"
        : null;
}
