using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>A ticket while a call takes news of it: how it stood before, what is new, and what makes its clock worth a note.</summary>
internal sealed class TakenTicket
{
    private readonly List<TicketEvent> _news = new(1);
    private readonly List<TicketEvent> _superseded = new(0);

    private readonly (Guid Service, string Category, DateTimeOffset Opened) _stood;

    private TakenTicket(Ticket ticket) => (Ticket, _stood) = (ticket, StandingOf(ticket));

    public Ticket Ticket { get; }

    public bool IsNew => Ticket.Id == 0;

    /// <summary>Its life before the call; nothing when it was not known.</summary>
    public Ledger? Before { get; private init; }

    public IReadOnlyList<TicketEvent> News => _news;

    public IReadOnlyList<TicketEvent> Superseded => _superseded;

    public bool IsTouched { get; private set; }

    /// <summary>The days (UTC, as day numbers) whose figures may come out otherwise because of the call: those of its news and of what that replaced. 0 stands for all days.</summary>
    public IEnumerable<int> Days => _news.Concat(_superseded).Select(told => told.At).Concat(Before is null ? [Ticket.OpenedAt] : [])
        .Select(at => DateOnly.FromDateTime(at.UtcDateTime).DayNumber).Concat(Before is not null && _stood != StandingOf(Ticket) ? [0] : []);

    public string? Cause { get; private set; }

    public string EventKey { get; private set; } = "";

    public static TakenTicket Of(Ticket ticket) => new(ticket) { Before = ticket.Id == 0 ? null : LedgerOf(ticket) };

    public static Ledger LedgerOf(Ticket ticket)
    {
        Happening[] events = [.. ticket.InForce.Select(Happening.Of)];
        if (events.Length > 1)
        {
            Array.Sort(events);
        }

        return Ledger.Of(ticket.OpenedAt.UtcTicks, events);
    }

    public void Take(IReadOnlyList<TicketEvent> news, IReadOnlyList<TicketEvent> retracted, DateTimeOffset at)
    {
        NoteCause(news, retracted);
        IsTouched = true;
        _superseded.AddRange(retracted);
        _superseded.AddRange(Ticket.Events.Count == 0 ? [] : [.. Ticket.InForce.Where(known => news.Any(told => told.Key == known.Key))]);
        Ticket.Take(news, retracted, at);
        _news.AddRange(news);
    }

    private static (Guid, string, DateTimeOffset) StandingOf(Ticket ticket) => (ticket.ServiceId, ticket.Category, ticket.OpenedAt);

    private void NoteCause(IReadOnlyList<TicketEvent> news, IReadOnlyList<TicketEvent> retracted)
    {
        if (IsNew)
        {
            return;
        }

        var last = Ticket.InForce.Max(TicketEvent.InTheirOrder);
        var corrected = news.FirstOrDefault(told => Ticket.InForce.Any(known => known.Key == told.Key));
        var late = news.FirstOrDefault(told => last is not null && TicketEvent.InOrder(told, last) < 0);
        (Cause, EventKey) = corrected is not null ? (Causes.Correction, corrected.Key)
            : retracted.Count > 0 ? (Causes.Retraction, retracted[0].Key)
            : late is not null ? (Causes.LateEvent, late.Key)
            : (Cause, news.Count > 0 ? news[0].Key : EventKey);
    }
}
