using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>
/// The one door through which tickets come in, whatever the source. A call is one transaction, the caller's own where it has one; the live signal
/// <c>service-levels</c> is told with it. Any order of calls, and any split into calls, gives one final state.
/// </summary>
internal sealed class TicketIntake(HubDb db, TimeProvider clock)
{
    /// <summary>Listened to by whoever shows figures.</summary>
    public const string Topic = "service-levels";

    /// <summary>How far a source's clock may be ahead.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public Task<IReadOnlyList<Taking>> TakeAsync(string source, IReadOnlyList<TicketReport> reports, CancellationToken cancellation) =>
        TakeAsync(source, reports, clock.GetUtcNow() + Skew, cancellation);

    /// <summary>For a record that tells of a time of its own: nothing in it can be later than that instant.</summary>
    public async Task<IReadOnlyList<Taking>> TakeAsync(string source, IReadOnlyList<TicketReport> reports, DateTimeOffset latest, CancellationToken cancellation)
    {
        await using var ours = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var services = await db.Services.ToDictionaryAsync(service => service.Slug, service => service.Id, StringComparer.OrdinalIgnoreCase, cancellation);
        var numbers = reports.Select(report => report.Number).Distinct().ToList();
        var tickets = await db.Tickets.Include(ticket => ticket.Events).AsSplitQuery()
            .Where(ticket => ticket.Source == source && numbers.Contains(ticket.Number)).ToDictionaryAsync(ticket => ticket.Number, cancellation);
        var taker = new Taker(services, latest, clock.GetUtcNow());
        List<Taking> takings = [.. reports.Select(report => taker.Take(report, TicketOf(source, report.Number, tickets)))];
        db.Tickets.AddRange(tickets.Values.Where(ticket => ticket.Id == 0 && ticket.Events.Count > 0));
        if (takings.Exists(taking => taking.Result is Took.Accepted or Took.Corrected))
        {
            db.Signal(Topic);
        }

        await db.SaveChangesAsync(cancellation);
        await (ours?.CommitAsync(cancellation) ?? Task.CompletedTask);
        foreach (var ticket in tickets.Values)
        {
            Forget(ticket);
        }

        return takings;
    }

    private static Ticket TicketOf(string source, string number, Dictionary<string, Ticket> tickets)
    {
        if (!tickets.TryGetValue(number, out var ticket))
        {
            tickets[number] = ticket = Ticket.Of(source, number);
        }

        return ticket;
    }

    // The caller's unit of work goes on; what it did not read is not left in it.
    private void Forget(Ticket ticket)
    {
        foreach (var happened in ticket.Events)
        {
            db.Entry(happened).State = EntityState.Detached;
        }

        db.Entry(ticket).State = EntityState.Detached;
    }
}
