namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>One request as its source tells it: when it was opened, and everything that happened to it since.</summary>
internal sealed class Ticket
{
    private readonly List<TicketEvent> _events = [];

    private Ticket(string source, string number) => (Source, Number) = (source, number);

    public long Id { get; private set; }

    public string Source { get; private set; }

    public string Number { get; private set; }

    /// <summary>The service it belongs to by its latest event.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>Its category by its latest event.</summary>
    public string Category { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset LastEventAt { get; private set; }

    public IReadOnlyList<TicketEvent> Events => _events;

    public static Ticket Of(string source, string number) => new(source, number);

    /// <summary>Takes an event that was not known before, in whatever order events arrive.</summary>
    public void Receive(TicketEvent happened, DateTimeOffset? openedAt, Guid serviceId)
    {
        var opened = openedAt ?? happened.At;
        OpenedAt = _events.Count == 0 || opened < OpenedAt ? opened : OpenedAt;
        LastEventAt = happened.At > LastEventAt ? happened.At : LastEventAt;
        if (_events.TrueForAll(known => TicketEvent.InOrder(known, happened) <= 0))
        {
            (ServiceId, Category) = (serviceId, happened.Category);
        }

        _events.Add(happened);
    }
}
