using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>What is told once, by whichever node comes first: a row with a unique key says that it was, and stands in the same save as what is told.</summary>
public static class OnlyOnce
{
    /// <summary>Saves, and forgets what was read. Where another node saved the same at the same moment, or somebody changed the thing meanwhile, its rows stand and ours are not written: the next run looks again.</summary>
    /// <returns>Whether it was this save that was written.</returns>
    public static async Task<bool> SaveOnceAsync(this HubDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException told) when (told is DbUpdateConcurrencyException || Duplicates.Caused(told))
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
