using EngagementHub.Core.Data;
using EngagementHub.Core.Hosting;
using EngagementHub.Core.Ports;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Search;

/// <summary>Writes everything that can be found anew: once when a hub with content gets its index, and when an operator asks for it. Safe to stop, to repeat, and to run beside a hub that is open.</summary>
internal sealed class SearchRebuild(HubDb db, SearchIndex index, IEnumerable<ISearchSource> sources, TimeProvider clock) : IPrepareHub, IHostCommand
{
    private const int AtOnce = 500;
    private const string Done = "core.search.rebuilt";
    private static readonly SubjectRef Itself = new("core.search", Guid.Empty);

    public string Name => "rebuild-search";

    public string Usage => "";

    public string Description => "writes the search index anew from what readers see";

    public async Task PrepareAsync(Action<string> progress, CancellationToken cancellation)
    {
        if (!await db.Audit.AnyAsync(a => a.On == Itself && a.What == Done, cancellation))
        {
            await RebuildAsync(progress, cancellation);
        }
    }

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments.Count > 0)
        {
            await errors.WriteLineAsync($"rebuild-search takes no arguments; '{arguments[0]}' is too much");
            return 2;
        }

        var found = await RebuildAsync(errors.WriteLine, cancellation);
        await output.WriteLineAsync($"{found:N0} posts, comments and answers can be found");
        return 0;
    }

    private async Task<int> RebuildAsync(Action<string> progress, CancellationToken cancellation)
    {
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            var all = await source.EverythingAsync(cancellation);
            foreach (var (place, some) in all.Chunk(AtOnce).Index())
            {
                await WriteAsync(source, some, cancellation);
                if ((place + 1) % 20 == 0)
                {
                    progress($"Search index: {(place + 1) * AtOnce:N0} of {all.Count:N0} of kind {source.Kind}");
                }
            }
        }

        db.Audit.Add(AuditEntry.From(new AuditLine(null, clock.GetUtcNow(), Done, Itself)));
        await db.SaveChangesAsync(cancellation);
        return await db.SearchEntries.CountAsync(cancellation);
    }

    // What is read here and what is written from it must not be parted by somebody's redaction.
    private async Task WriteAsync(ISearchSource source, Guid[] ids, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE core_search IN SHARE ROW EXCLUSIVE MODE", cancellation);
        }

        await index.PutAsync(await source.ReadAsync(ids, cancellation), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
