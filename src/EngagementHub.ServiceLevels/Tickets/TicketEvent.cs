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

/// <summary>Something that happened to a ticket. Kept as it was reported, never changed.</summary>
internal sealed class TicketEvent
{
    public TicketEvent(string key, DateTimeOffset at, long order, string state, Meaning meaning) =>
        (Key, At, Order, State, Meaning) = (key, at, order, state, meaning);

    public long Id { get; private set; }

    /// <summary>Tells this event from the ticket's others, so that reading it again changes nothing.</summary>
    public string Key { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The source's own numbering; sources without one give 0 and are ordered by time.</summary>
    public long Order { get; private set; }

    public string State { get; private set; }

    public Meaning Meaning { get; private set; }

    public string Category { get; init; } = "";

    public static int InOrder(TicketEvent a, TicketEvent b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.At.CompareTo(b.At);

    public bool TellsTheSameAs(TicketEvent other) => At == other.At && State == other.State && Category == other.Category;
}
