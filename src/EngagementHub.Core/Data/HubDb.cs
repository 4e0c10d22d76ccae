using EngagementHub.Core.Jobs;
using EngagementHub.Core.Live;
using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

/// <summary>The one unit of work. Each module maps its own tables and reaches them by extension properties only it can see.</summary>
/// <param name="options">Provider and connection.</param>
/// <param name="modules">All modules, on or off: the schema is the same for both.</param>
/// <param name="services">Where event handlers are found.</param>
public sealed class HubDb(DbContextOptions<HubDb> options, IEnumerable<IModule> modules, IServiceProvider services) : DbContext(options)
{
    private readonly HashSet<string> _toTell = [];
    private readonly HashSet<Type> _touched = [];
    private readonly HashSet<Entity> _new = [];
    private bool _touchedShown;
    private bool _looksOnce;

    /// <summary>The audit trail.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>When each job ran last.</summary>
    public DbSet<JobRun> Jobs => Set<JobRun>();

    /// <summary>Whether what is read now comes from a replica.</summary>
    internal bool IsOnReplica { get; set; }

    /// <summary>Runs the handlers of everything that happened, writes the audit lines, brings the search index in step and saves it all in one transaction.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved one of the things after it was read.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (IsOnReplica)
        {
            throw new InvalidOperationException("What is read for readers changes nothing");
        }

        await DispatchAsync(cancellationToken);
        await FollowInSearchAsync(cancellationToken);
        WriteRows();
        Changed().ForEach(Touch);
        TouchParts();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is null)
        {
            TellLive();
        }

        return saved;
    }

    /// <summary>Adds a new thing that needs nothing else of the same save. Where the database is embedded it goes in first, through one statement for all of its kind, and is never followed.</summary>
    public void AddNew(Entity thing)
    {
        if (Database.IsSqlite())
        {
            _new.Add(thing);
        }
        else
        {
            Add(thing);
        }
    }

    /// <summary>Whether this unit of work adds the thing.</summary>
    public bool IsNew(Entity thing) => _new.Contains(thing) || Entry(thing).State == EntityState.Added;

    /// <summary>Saves as ever, and looks only once through all that is followed. To be called inside a transaction, for many things that were added.</summary>
    /// <exception cref="DbUpdateException">A row was refused.</exception>
    public async Task SaveManyAsync(CancellationToken cancellationToken = default)
    {
        _looksOnce = true;
        await SaveChangesAsync(cancellationToken);
        _looksOnce = false;
    }

    /// <summary>Tells those who listen to the topic once this unit of work is committed.</summary>
    public void Signal(string topic) => _toTell.Add(topic);

    /// <summary>Not offered: events are handled asynchronously.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: event handlers are asynchronous");

    internal void TellLive()
    {
        var live = services.GetService<LiveSignals>();
        if (services.GetService<Editions>() is { } editions)
        {
            editions.Change(_touched);
            editions.ToTell(_touched).ToList().ForEach(topic => live?.TellOthers(topic));
            if (_touchedShown)
            {
                editions.ChangeShown();
            }
        }

        _touched.Clear();
        _touchedShown = false;
        if (_toTell.Count == 0 || live is null)
        {
            return;
        }

        foreach (var topic in _toTell)
        {
            live.Raise(topic);
        }

        _toTell.Clear();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddHubTypes(Database.IsSqlite());

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new AuditEntryMap());
        modelBuilder.ApplyConfiguration(new JobRunMap());
        modelBuilder.ApplyConfiguration(new SearchEntryMap());
        foreach (var module in modules)
        {
            module.Map(modelBuilder);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(t => typeof(Entity).IsAssignableFrom(t.ClrType)))
        {
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
            modelBuilder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
        }
    }

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
        foreach (var kind in _new.GroupBy(thing => thing.GetType()))
        {
            NewRows.Write(this, Model.FindEntityType(kind.Key)!, kind);
            _touched.Add(kind.Key);
            _touchedShown |= kind.Any(thing => IsShown(thing, EntityState.Added));
        }

        _new.Clear();
        if (_looksOnce)
        {
            ChangeTracker.DetectChanges();
        }
    }

    private void Touch(EntityEntry<Entity> entry)
    {
        entry.Entity.Version += entry.State == EntityState.Modified ? 1 : 0;
        if (!(entry.State is EntityState.Added && entry.Metadata.ClrType.IsDefined(typeof(ReadByKeyAttribute), inherit: true)))
        {
            _touched.Add(entry.Metadata.ClrType);
        }

        _touchedShown |= IsShown(entry.Entity, entry.State);
    }

    // What belongs to a thing is a kind too: who keeps readings of it hears of a new part, though the thing itself is unchanged.
    private void TouchParts() =>
        _touched.UnionWith(Followed<object>().Where(e => e.Metadata.IsOwned() && e.State is not (EntityState.Unchanged or EntityState.Detached)).Select(e => e.Metadata.ClrType));

    private static bool IsShown(Entity thing, EntityState state) =>
        !(state is EntityState.Added && thing is IShownLater { IsShown: false }) && !thing.GetType().IsDefined(typeof(UnseenAttribute), inherit: true);

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
