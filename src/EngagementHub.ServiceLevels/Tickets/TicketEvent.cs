namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>What a ticket's state means to a clock.</summary>
internal enum Meaning
{
    Open,
    Paused,
    Resolved,
    Closed,
    Void,
}

/// <summary>Something that happened to a ticket. Kept as it was reported, never changed; a correction stands beside it, and it is marked.</summary>
internal sealed class TicketEvent
{
    public TicketEvent(string key, DateTimeOffset at, long order, string state, Meaning meaning) =>
        (Key, At, Order, State, Meaning) = (key, at, order, state, meaning);

    public static IComparer<TicketEvent> InTheirOrder { get; } = Comparer<TicketEvent>.Create(InOrder);

    public long Id { get; init; }

    /// <summary>Tells this event from the ticket's others, so that reading it again changes nothing.</summary>
    public string Key { get; private set; }

    /// <summary>How many tellings of the same event came before this one.</summary>
    public int Revision { get; private set; }

    /// <summary>Since when it no longer holds: it was corrected or is no longer told.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The source's own numbering; sources without one give 0 and are ordered by time.</summary>
    public long Order { get; private set; }

    public string State { get; private set; }

    public Meaning Meaning { get; private set; }

    public string Category { get; init; } = "";

    /// <summary>The service the ticket belongs to from here on.</summary>
    public Guid ServiceId { get; private set; }

    public string Team { get; init; } = "";

    public string Priority { get; init; } = "";

    public bool IsFirstResponse { get; init; }

    /// <summary>Why the ticket waits or is void.</summary>
    public string Reason { get; init; } = "";

    public bool IsInForce => SupersededAt is null;

    public static int InOrder(TicketEvent a, TicketEvent b) =>
        Happening.Of(a).CompareTo(Happening.Of(b)) is not 0 and var order ? order : string.CompareOrdinal(a.Key, b.Key);

    public bool TellsTheSameAs(TicketEvent other) => At == other.At && State == other.State && Category == other.Category && (Team, Priority, Reason) == (other.Team, other.Priority, other.Reason);

    /// <summary>Also in what the mapping made of it, which can change while its source tells the same.</summary>
    public bool IsTheSameAs(TicketEvent other) => TellsTheSameAs(other) && (Meaning, ServiceId, IsFirstResponse, Order) == (other.Meaning, other.ServiceId, other.IsFirstResponse, other.Order);

    /// <summary>As it was kept.</summary>
    public TicketEvent Recalled(int revision, DateTimeOffset? supersededAt, Guid service)
    {
        (Revision, SupersededAt, ServiceId) = (revision, supersededAt, service);
        return this;
    }

    public void BelongTo(Guid service) => ServiceId = service;

    public void Supersede(DateTimeOffset at) => SupersededAt ??= at;

    public void Follow(IReadOnlyList<TicketEvent> earlier, DateTimeOffset at)
    {
        Revision = earlier.Count;
        foreach (var told in earlier)
        {
            told.Supersede(at);
        }
    }
}
