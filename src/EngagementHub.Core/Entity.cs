using EngagementHub.Core.Data;

namespace EngagementHub.Core;

/// <summary>A thing with an identity and a life of its own.</summary>
public abstract class Entity
{
    private readonly List<IRaised> _raised = [];

    /// <summary>Makes a thing with a random identifier: nothing can be read from it, neither order nor time.</summary>
    protected Entity()
        : this(Guid.NewGuid())
    {
    }

    /// <summary>Makes a thing under a given identifier, as recipes do.</summary>
    protected Entity(Guid id) => Id = id;

    /// <summary>The identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Raised by every save; a save made from an older reading is refused (optimistic concurrency).</summary>
    public int Version { get; internal set; }

    /// <summary>Records that something happened; its handlers and its audit line run in the save.</summary>
    protected void Raise<TEvent>(TEvent happened)
        where TEvent : IDomainEvent => _raised.Add(new Raised<TEvent>(happened));

    internal IReadOnlyList<IRaised> TakeRaised()
    {
        IRaised[] taken = [.. _raised];
        _raised.Clear();
        return taken;
    }
}
