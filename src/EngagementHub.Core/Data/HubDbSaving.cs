using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

// What a save does before the database has it.
public sealed partial class HubDb
{
    // Things that are many are added one by one, and looking through them again and again would take longer than writing them.
    private void LookForChanges()
    {
        if (!_looksOnce)
        {
            ChangeTracker.DetectChanges();
        }
    }

    // Without another look through everything that was read.
    private List<EntityEntry<TThing>> Followed<TThing>()
        where TThing : class
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<TThing>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    private List<EntityEntry<Entity>> Changed() => Followed<Entity>().FindAll(e => e.State is not (EntityState.Unchanged or EntityState.Detached));

    private void WriteRows()
    {
        if (_new.Count > 0 && Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("New rows go in before the rest of the save: without a transaction around both they would stay when the rest is refused");
        }

        foreach (var kind in _new.GroupBy(thing => thing.GetType()))
        {
            NewRows.Write(this, Model.FindEntityType(kind.Key)!, kind);
            _touched.AddNew(kind.Key, kind);
        }

        _new.Clear();
        if (_looksOnce)
        {
            ChangeTracker.DetectChanges();
        }
    }

    // By what changed and not by what was announced: a recipe recalls in silence, and is found all the same.
    private async Task FollowInSearchAsync(CancellationToken cancellation)
    {
        Entity[] changed = [.. _new, .. Changed().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity)];
        if (changed.Length > 0 && services.GetService<SearchIndex>() is { } index)
        {
            await index.FollowAsync(changed, cancellation);
        }
    }

    private async Task DispatchAsync(CancellationToken cancellation)
    {
        // Handlers may raise events of their own; a chain that never ends is a defect and is cut off loudly.
        for (var round = 0; round < 10; round++)
        {
            LookForChanges();
            IRaised[] raised = [.. Followed<Entity>().Select(e => e.Entity).Concat(_new).SelectMany(thing => thing.TakeRaised())];
            if (raised.Length == 0)
            {
                return;
            }

            foreach (var happened in raised)
            {
                if (happened.Event is IAudited audited)
                {
                    Audit.Add(AuditEntry.From(audited.ToAudit()));
                }

                await happened.DispatchAsync(services, cancellation);
            }
        }

        throw new InvalidOperationException("Domain events keep raising each other");
    }
}
