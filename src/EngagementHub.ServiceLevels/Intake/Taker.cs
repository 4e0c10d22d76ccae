using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>Takes reports into tickets: what is new, what was known, what corrects or retracts something, and what cannot be.</summary>
internal sealed class Taker(IReadOnlyDictionary<string, Guid> services, DateTimeOffset latest, DateTimeOffset now)
{
    public Taking Take(TicketReport report, TakenTicket taken)
    {
        var ticket = taken.Ticket;
        if ((Refusals.Of(report, latest) ?? UnknownService(report)) is { } refusal)
        {
            return Rejected(report, refusal);
        }

        var told = EventsOf(report);
        if (ticket.Events.Count == 0)
        {
            ticket.Opens(report.OpenedAt, report.IsWhole);
            taken.Take(told.ConvertAll(t => t.Event), [], now);
            return new Taking(report, Took.Accepted, null, null, null);
        }

        var known = ticket.InForce.ToDictionary(happened => happened.Key);
        if (told.Find(news => !news.Corrects && known.TryGetValue(news.Event.Key, out var before) && !before.TellsTheSameAs(news.Event)) is { Event: { } different })
        {
            return Rejected(report, new Refusal("", $"Ticket {report.Number} was read before with different facts for the same event ({different.State})", "Check which of the two is right; what was read first stays"));
        }

        var news = told.FindAll(t => !known.TryGetValue(t.Event.Key, out var before) || !(report.IsWhole ? before.IsTheSameAs(t.Event) : before.TellsTheSameAs(t.Event)));
        var corrects = news.Exists(t => known.ContainsKey(t.Event.Key));
        var retracted = report.IsWhole ? known.Values.Where(before => told.TrueForAll(t => t.Event.Key != before.Key)).ToList() : [];
        var opening = ticket.Opens(report.OpenedAt, report.IsWhole);
        if (news.Count == 0 && retracted.Count == 0 && !opening)
        {
            return new Taking(report, Took.Duplicate, null, null, null);
        }

        taken.Take([.. news.Select(t => t.Event)], retracted, now);
        return new Taking(report, corrects || retracted.Count > 0 ? Took.Corrected : Took.Accepted, null, null, null);
    }

    private static Taking Rejected(TicketReport report, Refusal refusal) => new(report, Took.Rejected, refusal.Column, refusal.Reason, refusal.Cure);

    private Refusal? UnknownService(TicketReport report) => (services.ContainsKey(report.Service) ? report.Events.FirstOrDefault(told => told.Service is { } slug && !services.ContainsKey(slug))?.Service : report.Service) is { } unknown
        ? new Refusal("", $"There is no service \"{unknown}\"", "Add the service to the catalogue, or correct the mapping")
        : null;

    // The same key twice in one report is told once: the last one holds.
    private List<(TicketEvent Event, bool Corrects)> EventsOf(TicketReport report)
    {
        var service = services[report.Service];
        Dictionary<string, (TicketEvent, bool)> events = [];
        foreach (var told in report.Events is [_] ? report.Events : [.. report.Events.OrderBy(told => told.Order).ThenBy(told => told.At)])
        {
            service = told.Service is { } slug ? services[slug] : service;
            var happened = new TicketEvent(told.Key, told.At.ToUniversalTime(), told.Order, told.State, told.Meaning)
            {
                Category = told.Category,
                Team = told.Team ?? "",
                Priority = told.Priority ?? "",
                IsFirstResponse = told.IsFirstResponse,
                Reason = told.Reason ?? "",
            };
            happened.BelongTo(service);
            events[told.Key] = (happened, told.Corrects);
        }

        return [.. events.Values];
    }
}
