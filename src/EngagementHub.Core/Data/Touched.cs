using EngagementHub.Core.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Data;

/// <summary>What a unit of work changed, by its kinds, and the topics of those who listen. Told once it is committed: readings made from it are old then, here and on other nodes.</summary>
internal sealed class Touched(IServiceProvider services)
{
    private readonly HashSet<string> _topics = [];
    private readonly HashSet<Type> _kinds = [];
    private bool _isShown;

    public void Signal(string topic) => _topics.Add(topic);

    public void Add(EntityEntry<Entity> entry)
    {
        entry.Entity.Version += entry.State == EntityState.Modified ? 1 : 0;
        if (!(entry.State is EntityState.Added && entry.Metadata.ClrType.IsDefined(typeof(ReadByKeyAttribute), inherit: true)))
        {
            _kinds.Add(entry.Metadata.ClrType);
        }

        _isShown |= IsShown(entry.Entity, entry.State);
    }

    /// <summary>Things that were added without being followed.</summary>
    public void AddNew(Type kind, IEnumerable<Entity> things)
    {
        _kinds.Add(kind);
        _isShown |= things.Any(thing => IsShown(thing, EntityState.Added));
    }

    // What belongs to a thing is a kind too: who keeps readings of it hears of a new part, though the thing itself is unchanged.
    public void AddParts(IEnumerable<EntityEntry<object>> followed) =>
        _kinds.UnionWith(followed.Where(e => e.Metadata.IsOwned() && e.State is not (EntityState.Unchanged or EntityState.Detached)).Select(e => e.Metadata.ClrType));

    public void Tell()
    {
        var live = services.GetService<LiveSignals>();
        if (services.GetService<Editions>() is { } editions)
        {
            End(editions, live);
        }

        _kinds.Clear();
        _isShown = false;
        if (live is not null)
        {
            _topics.ToList().ForEach(live.Raise);
            _topics.Clear();
        }
    }

    private void End(Editions editions, LiveSignals? live)
    {
        editions.Change(_kinds);
        editions.ToTell(_kinds).ToList().ForEach(topic => live?.TellOthers(topic));
        if (_isShown)
        {
            editions.ChangeShown();
        }
    }

    private static bool IsShown(Entity thing, EntityState state) =>
        !(state is EntityState.Added && thing is IShownLater { IsShown: false }) && !thing.GetType().IsDefined(typeof(UnseenAttribute), inherit: true);
}
