using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>Strikes words in the reasons that the audit trail keeps about the thing.</summary>
public sealed class StruckReasons(HubDb db) : IHandle<WordsStruck>
{
    /// <inheritdoc/>
    public async Task HandleAsync(WordsStruck happened, CancellationToken cancellation)
    {
        var of = happened.Of;
        (await db.Audit.Where(a => a.On == of && a.Why != null).ToListAsync(cancellation)).ForEach(a => a.Strike(happened));
    }
}
