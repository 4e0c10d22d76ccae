using EngagementHub.ServiceLevels.Calendars;
using EngagementHub.ServiceLevels.Kept;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>
/// The one door through which tickets come in, whatever the source. A call is one transaction, the caller's own where it has one: events, clocks and kept sums
/// together, and the live signal <c>service-levels</c> once it is committed. Any order of calls, and any split into calls, gives one final state.
/// </summary>
internal sealed class TicketIntake(HubDb db, CalendarShelf calendars, Recount recount, TimeProvider clock)
{
    /// <summary>Listened to by whoever shows figures.</summary>
    public const string Topic = "service-levels";

    // A level that is not kept yet is kept on the spot when that is quick, and else by the job.
    private const int SoonCounted = 20_000;

    /// <summary>How far a source's clock may be ahead.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public Task<IReadOnlyList<Taking>> TakeAsync(string source, IReadOnlyList<TicketReport> reports, CancellationToken cancellation) =>
        TakeAsync(source, reports, clock.GetUtcNow() + Skew, cancellation);

    /// <summary>For a record that tells of a time of its own: nothing in it can be later than that instant.</summary>
    public async Task<IReadOnlyList<Taking>> TakeAsync(string source, IReadOnlyList<TicketReport> reports, DateTimeOffset latest, CancellationToken cancellation)
    {
        await using var ours = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        var bulk = await Bulk.OfAsync(db, cancellation);
        await bulk.LockAsync(cancellation);
        var takings = await TakeAsync(bulk, source, reports, latest, cancellation);
        if (ours is not null)
        {
            await ours.CommitAsync(cancellation);
        }

        return takings;
    }

    private async Task<IReadOnlyList<Taking>> TakeAsync(Bulk bulk, string source, IReadOnlyList<TicketReport> reports, DateTimeOffset latest, CancellationToken cancellation)
    {
        var (shelf, now) = (new TicketShelf(bulk), clock.GetUtcNow());
        var services = await db.Services.AsNoTracking().ToDictionaryAsync(service => service.Slug, service => service.Id, StringComparer.OrdinalIgnoreCase, cancellation);
        var tickets = await shelf.FetchAsync(source, [.. reports.Select(report => report.Number).Distinct()], cancellation);
        var taker = new Taker(services, latest, now);
        Taking[] takings = [.. reports.Select(report => taker.Take(report, tickets[report.Number]))];
        TakenTicket[] taken = [.. tickets.Values.Where(ticket => ticket.IsTouched)];
        if (taken.Length > 0)
        {
            var levels = await KeptLevels.ReadAsync(db, calendars, cancellation);
            var keeper = new Keeper(bulk);
            await CatchUpAsync(levels, keeper, taken, now, cancellation);
            await shelf.PutAsync(taken, now, cancellation);
            await new KeptWithTickets(keeper, levels).FollowAsync(taken, now, cancellation);
            await ForgetLostAsync(levels, keeper, cancellation);
            await new SourcesHeard(bulk).TellAsync(source, taken, cancellation);
            db.Signal(Topic);
        }

        return takings;
    }

    private async Task CatchUpAsync(KeptLevels levels, Keeper keeper, TakenTicket[] taken, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var rules in taken.Select(ticket => ticket.Ticket.ServiceId).Distinct().SelectMany(levels.Of).Where(rules => !levels.IsKept(rules)).ToList())
        {
            var service = rules.Level.ServiceId;
            if (await db.Tickets.Where(ticket => ticket.ServiceId == service).OrderBy(ticket => ticket.Id).Take(SoonCounted + 1).CountAsync(cancellation) > SoonCounted)
            {
                continue;
            }

            try
            {
                await keeper.RenewAsync(rules, await recount.RowsAsync(rules, cancellation), now, cancellation);
                levels.Keep(rules);
            }
            catch (NoWorkingTimeException)
            {
                levels.Lose(rules);
            }
        }
    }

    private static async Task ForgetLostAsync(KeptLevels levels, Keeper keeper, CancellationToken cancellation)
    {
        foreach (var rules in levels.Lost)
        {
            await keeper.MarkAsync(rules.Level.Id, "", cancellation);
        }
    }
}
