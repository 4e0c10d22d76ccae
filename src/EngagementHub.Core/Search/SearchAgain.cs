using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Search;

/// <summary>Writes anew how things are found that somebody signed, when the name under them is another one now.</summary>
public interface ISearchAgain
{
    /// <summary>Reads everything again that is found under the name. Call it in the transaction that changed the name, after saving: it saves too.</summary>
    Task NamedAsync(string name, CancellationToken cancellation = default);
}

internal sealed class SearchAgain(HubDb db, SearchIndex index, IEnumerable<ISearchSource> sources) : ISearchAgain
{
    public async Task NamedAsync(string name, CancellationToken cancellation = default)
    {
        var signed = await db.SearchEntries.AsNoTracking().Where(e => e.By.Contains(name)).Select(e => new { e.Kind, e.Subject }).ToListAsync(cancellation);
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            if (signed.Where(e => e.Kind == source.Kind).Select(e => e.Subject.Id).Distinct().ToList() is { Count: > 0 } ids)
            {
                await index.PutAsync(await source.ReadAsync(ids, cancellation), cancellation);
                await db.SaveChangesAsync(cancellation);
            }
        }
    }
}
