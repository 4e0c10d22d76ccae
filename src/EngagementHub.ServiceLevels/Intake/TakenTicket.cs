using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>A ticket while a call takes news of it: how it stood before, what is new, and what makes its clock worth a note.</summary>
internal sealed class TakenTicket
{
    private readonly List<TicketEvent> _news = [];
    private readonly List<TicketEvent> _superseded = [];

    private TakenTicket(Ticket ticket) => Ticket = ticket;

    public Ticket Ticket { get; }

    public bool IsNew => Ticket.Id == 0;

    /// <summary>Its life before the call; nothing when it was not known.</summary>
    public Ledger? Before { get; private init; }

    public IReadOnlyList<TicketEvent> News => _news;

    public IReadOnlyList<TicketEvent> Superseded => _superseded;

    public bool IsTouched { get; private set; }

    public string? Cause { get; private set; }

    public string EventKey { get; private set; } = "";

    public static TakenTicket Of(Ticket ticket) => new(ticket) { Before = ticket.Id == 0 ? null : LedgerOf(ticket) };

    public static Ledger LedgerOf(Ticket ticket)
    {
        Happening[] events = [.. ticket.InForce.Select(Happening.Of)];
        Array.Sort(events);
        return Ledger.Of(ticket.OpenedAt.UtcTicks, events);
    }

    public void Take(IReadOnlyList<TicketEvent> news, IReadOnlyList<TicketEvent> retracted, DateTimeOffset at)
    {
        NoteCause(news, retracted);
        IsTouched = true;
        _superseded.AddRange(retracted);
        _superseded.AddRange(Ticket.InForce.Where(known => news.Any(told => told.Key == known.Key)).ToList());
        Ticket.Take(news, retracted, at);
        _news.AddRange(news);
    }

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
