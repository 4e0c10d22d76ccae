using EngagementHub.Core.Jobs;
using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Data;

/// <summary>The one unit of work. Each module maps its own tables and reaches them by extension properties only it can see.</summary>
/// <param name="options">Provider and connection.</param>
/// <param name="modules">All modules, on or off: the schema is the same for both.</param>
/// <param name="services">Where event handlers are found.</param>
public sealed partial class HubDb(DbContextOptions<HubDb> options, IEnumerable<IModule> modules, IServiceProvider services) : DbContext(options)
{
    private readonly Touched _touched = new(services);
    private readonly HashSet<Entity> _new = [];
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
        Changed().ForEach(_touched.Add);
        _touched.AddParts(Followed<object>());
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is null)
        {
            TellLive();
        }

        return saved;
    }

    /// <summary>Adds a new thing that needs nothing else of the same save, to be saved inside a transaction. Where the database is embedded it goes in first, through one statement for all of its kind, and is never followed.</summary>
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
        try
        {
            await SaveChangesAsync(cancellationToken);
        }
        finally
        {
            _looksOnce = false;
        }
    }

    /// <summary>Tells those who listen to the topic once this unit of work is committed.</summary>
    public void Signal(string topic) => _touched.Signal(topic);

    /// <summary>Not offered: events are handled asynchronously.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: event handlers are asynchronous");

    internal void TellLive() => _touched.Tell();

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
}
