namespace EngagementHub.ServiceLevels.Tickets;

/// <summary>One request as its source tells it: when it was opened, and everything that happened to it since. What it says of itself follows from its events, in whatever order they arrive.</summary>
internal sealed class Ticket
{
    private readonly List<TicketEvent> _events = [];

    private Ticket(string source, string number) => (Source, Number) = (source, number);

    public long Id { get; private set; }

    public string Source { get; private set; }

    public string Number { get; private set; }

    /// <summary>The service it belongs to by its latest event.</summary>
    public Guid ServiceId { get; private set; }

    /// <summary>Its category by the latest event that names one.</summary>
    public string Category { get; private set; } = "";

    /// <summary>When its source says it was opened; nothing when only its events say so.</summary>
    public DateTimeOffset? StatedOpening { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset LastEventAt { get; private set; }

    /// <summary>Everything that was ever told, what was corrected or retracted since included.</summary>
    public IReadOnlyList<TicketEvent> Events => _events;

    /// <summary>What holds now.</summary>
    public IEnumerable<TicketEvent> InForce => _events.Where(happened => happened.IsInForce);

    public static Ticket Of(string source, string number) => new(source, number);

    /// <summary>As it was kept; what it says of itself follows from its events.</summary>
    public static Ticket Recall(long id, string source, string number, DateTimeOffset? statedOpening, IEnumerable<TicketEvent> events)
    {
        var ticket = new Ticket(source, number) { Id = id, StatedOpening = statedOpening };
        ticket._events.AddRange(events);
        ticket.Derive();
        return ticket;
    }

    public void NumberAs(long id) => Id = id;

    /// <summary>Takes an event that was not known before, in whatever order events arrive.</summary>
    public void Receive(TicketEvent happened, DateTimeOffset? openedAt, Guid serviceId)
    {
        Opens(openedAt, false);
        happened.BelongTo(serviceId);
        Take([happened], [], happened.At);
    }

    /// <summary>Whether the stated opening changed by it. The earliest one told holds, unless the ticket is told anew as a whole.</summary>
    public bool Opens(DateTimeOffset? stated, bool isWhole)
    {
        if (stated is not { } at || (StatedOpening is { } known && (isWhole ? known == at : known <= at)))
        {
            return false;
        }

        StatedOpening = at.ToUniversalTime();
        return _events.Count > 0;
    }

    /// <summary>Takes what is new, each replacing what had its key before, and marks what is no longer told.</summary>
    public void Take(IReadOnlyList<TicketEvent> news, IReadOnlyList<TicketEvent> retracted, DateTimeOffset at)
    {
        foreach (var gone in retracted)
        {
            gone.Supersede(at);
        }

        foreach (var happened in news)
        {
            happened.Follow(_events.FindAll(known => known.Key == happened.Key), at);
            _events.Add(happened);
        }

        Derive();
    }

    private void Derive()
    {
        TicketEvent? last = null, named = null;
        var (first, latest) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        foreach (var held in _events)
        {
            if (held.IsInForce)
            {
                last = last is null || TicketEvent.InOrder(held, last) > 0 ? held : last;
                named = held.Category.Length > 0 && (named is null || TicketEvent.InOrder(held, named) > 0) ? held : named;
                (first, latest) = (held.At < first ? held.At : first, held.At > latest ? held.At : latest);
            }
        }

        if (last is not null)
        {
            (ServiceId, Category, OpenedAt, LastEventAt) = (last.ServiceId, named?.Category ?? "", StatedOpening ?? first, latest);
        }
    }
}
