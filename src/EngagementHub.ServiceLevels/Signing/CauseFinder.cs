using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>Finds why a ticket stands otherwise: compares what was known of it when the month was signed with what is known now.</summary>
internal sealed class CauseFinder(SignedMonth signed, FrozenRules now, DateTimeOffset dataNow, IReadOnlyDictionary<Guid, string> services, CalendarSince calendar)
{
    public Cause Of(Ticket? ticket, FrozenRow? before, FrozenRow? after)
    {
        if (ticket is null)
        {
            return new Cause(Cause.Retracted, "It is no longer there");
        }

        var then = ticket.Events.Where(WasKnown).Order(TicketEvent.InTheirOrder).ToList();
        var held = ticket.InForce.Order(TicketEvent.InTheirOrder).ToList();
        return then.Count == 0 ? new Cause(Cause.Arrived, $"Received {Moment(ticket.OpenedAt)}, first told after the month was signed")
            : held.Count == 0 ? new Cause(Cause.Retracted, "Its source no longer tells of it")
            : Told(ticket, then, held) ?? Counted(before, after);
    }

    private bool WasKnown(TicketEvent happened) => happened.Id <= signed.LastEvent && happened.At <= signed.DataAsOf && !(happened.SupersededAt <= signed.At);

    private Cause? Told(Ticket ticket, List<TicketEvent> then, List<TicketEvent> held)
    {
        var (first, last) = (Ledger.Of(ticket.OpenedAt, then.Select(InForce), signed.DataAsOf), Ledger.Of(ticket.OpenedAt, held, dataNow));
        var corrected = then.FirstOrDefault(happened => !happened.IsInForce);
        return Away(then[^1], held[^1]) ?? Categories(then, held)
            ?? (last.VoidReason is { } reason && first.VoidReason is null ? new Cause(Cause.Voided, reason.Length > 0 ? reason : "Void")
            : corrected is not null ? Correction(corrected, held.Find(happened => happened.Key == corrected.Key))
            : last.Reopenings > first.Reopenings ? new Cause(Cause.Reopened, $"{Say.Count(last.Reopenings - first.Reopenings, "time")} since the month was signed")
            : first.Completed is null && last.Completed is { } done ? new Cause(Cause.Done, Moment(done))
            : held.Count > then.Count ? ToldLater(held.Except(then).ToList()) : null);
    }

    private Cause? Away(TicketEvent then, TicketEvent held) => then.ServiceId == held.ServiceId ? null
        : held.ServiceId == signed.ServiceId ? new Cause(Cause.MovedHere, $"From {NameOf(then.ServiceId)}")
        : new Cause(Cause.MovedAway, $"To {NameOf(held.ServiceId)}");

    private Cause? Categories(List<TicketEvent> then, List<TicketEvent> held)
    {
        if (signed.Rules.Category.Length == 0)
        {
            return null;
        }

        var (first, last) = (CategoryOf(then), CategoryOf(held));
        return first == last ? null : new Cause(Cause.OtherCategory, $"{first} then, {last} now");
    }

    private Cause Correction(TicketEvent told, TicketEvent? instead) => instead is null
        ? new Cause(Cause.Retracted, $"{told.State}, {Moment(told.At)}, is no longer told")
        : new Cause(Cause.Corrected, $"{told.State}, {Moment(told.At)}, is now told as {instead.State}, {Moment(instead.At)}");

    private Cause ToldLater(List<TicketEvent> news) => news is [var first, ..]
        ? new Cause(Cause.ToldLater, $"{first.State}, {Moment(first.At)}{(news.Count > 1 ? $", and {news.Count - 1} more" : "")}")
        : new Cause(Cause.ToldLater, "More was told of it");

    // Nothing new was told of it: then it is counted otherwise.
    private Cause Counted(FrozenRow? before, FrozenRow? after) =>
        now.Method != signed.Rules.Method ? new Cause(Cause.Method, $"{signed.Rules.Step.Promise(signed.Rules.Measure)} then, {now.Step.Promise(now.Measure)} now")
        : calendar.IsOther ? new Cause(calendar.OnlyHolidays ? Cause.Holidays : Cause.Calendar, $"{calendar.InWords}{Due(before, after)}")
        : now.CutOffs != signed.Rules.CutOffs ? new Cause(Cause.CutOffs, $"{signed.Rules.CutOffs} then, {now.CutOffs} now{Due(before, after)}")
        : before is null && after?.Due >= signed.DataAsOf ? new Cause(Cause.TimePassed, "It was not due then")
        : new Cause(Cause.Method, $"This release of the hub counts it otherwise{Due(before, after)}");

    private string Due(FrozenRow? before, FrozenRow? after) => before is null || after is null || before.Due == after.Due ? "" : $": due {Moment(before.Due)} then, {Moment(after.Due)} now";

    // An event that was corrected later still held when the month was signed.
    private static TicketEvent InForce(TicketEvent told) => told.IsInForce ? told : new TicketEvent(told.Key, told.At, told.Order, told.State, told.Meaning) { Category = told.Category, Reason = told.Reason };

    private string NameOf(Guid service) => services.GetValueOrDefault(service, "a service that is no longer there");

    private static string CategoryOf(List<TicketEvent> events) => events.FindLast(happened => happened.Category.Length > 0)?.Category ?? "none";

    private string Moment(DateTimeOffset at) => Say.Moment(at, signed.Rules.Zone);
}
