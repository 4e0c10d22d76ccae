using EngagementHub.Core.Auditing;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>Strikes words in the reasons that the audit trail keeps about the thing, and writes down in the trail that it did.</summary>
public sealed class StruckReasons(HubDb db, TimeProvider clock) : IHandle<WordsStruck>
{
    /// <inheritdoc/>
    public async Task HandleAsync(WordsStruck happened, CancellationToken cancellation)
    {
        var of = happened.Of;
        foreach (var entry in await db.Audit.Where(a => a.On == of && a.Why != null && a.What != StruckNote.What).ToListAsync(cancellation))
        {
            if (entry.Strike(happened))
            {
                // Sealed by another process between the reading and this save, the line has a salt by then: it goes all the same.
                db.Entry(entry).Property(a => a.WhySalt).IsModified = true;
                db.Audit.Add(AuditEntry.From(new AuditLine(null, clock.GetUtcNow(), StruckNote.What, of, StruckNote.For(entry.Id, entry.Why!))));
            }
        }
    }
}
