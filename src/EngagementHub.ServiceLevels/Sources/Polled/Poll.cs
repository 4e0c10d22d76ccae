using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Tickets;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>Asks a source for news. What a page brought, the place to go on from and how the source stands are saved in one transaction: a node that dies in between leaves no trace.</summary>
internal sealed class Poll(HubDb db, TicketIntake intake, SourceFreshness freshness, Reach reach, TimeProvider clock)
{
    private const int MostPages = 50;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    /// <summary>Reads until there is no more, or long enough for one turn.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellation)
    {
        var isLast = false;
        for (var page = 0; page < MostPages && !isLast; page++)
        {
            db.ChangeTracker.Clear();
            var source = await db.PolledSources.SingleOrDefaultAsync(known => known.Id == id, cancellation);
            if (source is null || !source.IsDue(clock.GetUtcNow()))
            {
                return;
            }

            isLast = await TryAsync(source, () => PageAsync(source, cancellation), cancellation);
        }
    }

    /// <summary>Reads one ticket anew.</summary>
    /// <returns>What became of it, in a sentence.</returns>
    public async Task<string> OneAsync(PolledSource source, string number, CancellationToken cancellation)
    {
        var reading = await reach.Reader(source).ReadOneAsync(reach.Ask(source), number, cancellation);
        return reading is null
            ? await LostAsync(source, number, cancellation)
            : Sentence(number, await TakeAsync(source, reading, cancellation), reading);
    }

    // What waits for its turn is no failure of the source; what it answers wrongly is one, and is kept with it.
    private async Task<bool> TryAsync(PolledSource source, Func<Task<bool>> read, CancellationToken cancellation)
    {
        try
        {
            return await read();
        }
        catch (SourceTroubleException trouble)
        {
            if (trouble.BeginAgain)
            {
                source.BeginAt(trouble.BeginAt ?? reach.Reader(source).CursorFrom(null));
            }

            source.Fail(trouble.Message, trouble.Cure, trouble.NeedsAttention, trouble.After, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
            return true;
        }
    }

    private async Task<bool> PageAsync(PolledSource source, CancellationToken cancellation)
    {
        var reading = await reach.Reader(source).ReadAsync(reach.Ask(source), source.Cursor, cancellation);
        var sweep = reading.IsLast && (source.SweptAt is not { } swept || clock.GetUtcNow() - swept >= SweepEvery);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            source.Take(reading, await TakeAsync(source, reading, cancellation), clock.GetUtcNow());
            await freshness.HeardAsync(source.Name, clock.GetUtcNow(), live: true, Patience(source), cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        if (sweep)
        {
            await SweepAsync(source, cancellation);
        }

        return reading.IsLast;
    }

    private async Task<Tally> TakeAsync(PolledSource source, SourceReading reading, CancellationToken cancellation)
    {
        var takings = reading.Tickets.Count == 0 ? [] : await intake.TakeAsync(source.Name, reading.Tickets, cancellation);
        UnreadTicket[] refused = [.. takings.Where(taking => taking.Result == Took.Rejected).Select(taking => new UnreadTicket(taking.Report.Number, taking.Column ?? "", "", taking.Reason ?? "", taking.Cure ?? "", false))];
        await WaitAsync(source, [.. reading.Unread, .. refused], [.. takings.Where(taking => taking.Result != Took.Rejected).Select(taking => taking.Report.Number)], cancellation);
        return new Tally(takings.Count(taking => taking.Result is Took.Accepted or Took.Corrected), refused.Length + reading.Unread.Count, takings.Count(taking => taking.Result == Took.Duplicate));
    }

    private async Task WaitAsync(PolledSource source, UnreadTicket[] unread, string[] taken, CancellationToken cancellation)
    {
        string[] numbers = [.. unread.Select(ticket => ticket.Number).Concat(taken)];
        var waiting = await db.WaitingTickets.Where(ticket => ticket.SourceId == source.Id && numbers.Contains(ticket.Number)).ToDictionaryAsync(ticket => ticket.Number, cancellation);
        db.WaitingTickets.RemoveRange(taken.Except(unread.Select(ticket => ticket.Number)).Where(waiting.ContainsKey).Select(number => waiting[number]));
        foreach (var ticket in unread.DistinctBy(ticket => ticket.Number))
        {
            if (!waiting.TryGetValue(ticket.Number, out var waits))
            {
                db.WaitingTickets.Add(waits = WaitingTicket.Of(source.Id, ticket.Number, clock.GetUtcNow()));
            }

            waits.Wait(ticket);
        }

        await db.SaveChangesAsync(cancellation);
    }

    // Tickets that were moved where the hub may not look simply stop to appear: only a look at all of them shows that.
    private async Task SweepAsync(PolledSource source, CancellationToken cancellation)
    {
        if (await reach.Reader(source).NumbersAsync(reach.Ask(source), cancellation) is { } inSight)
        {
            var known = await db.Tickets.Where(ticket => ticket.Source == source.Name).Select(ticket => ticket.Number).ToListAsync(cancellation);
            var gone = await db.Tickets.Where(ticket => ticket.Source == source.Name && ticket.Events.Any(told => told.Meaning == Meaning.Void && told.SupersededAt == null)).Select(ticket => ticket.Number).ToListAsync(cancellation);
            foreach (var number in known.Except(inSight).Except(gone).ToList())
            {
                await OneAsync(source, number, cancellation);
            }
        }

        source.Swept(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<string> LostAsync(PolledSource source, string number, CancellationToken cancellation)
    {
        var service = await db.Tickets.Where(ticket => ticket.Source == source.Name && ticket.Number == number).Join(db.Set<Catalogue.Service>(), ticket => ticket.ServiceId, known => known.Id, (_, known) => known.Slug).FirstOrDefaultAsync(cancellation);
        if (service is null)
        {
            return $"There is no ticket {number} that the hub can see.";
        }

        var lost = new ReportedEvent("out-of-sight", clock.GetUtcNow(), long.MaxValue, "out of sight", Meaning.Void) { Reason = "no longer in the hub's sight", Corrects = true };
        await intake.TakeAsync(source.Name, [new TicketReport(number, null, service, [lost])], cancellation);
        return $"Ticket {number} is no longer in the hub's sight: it was moved to a queue the hub may not read. It no longer counts.";
    }

    private static string Sentence(string number, Tally tally, SourceReading reading) =>
        reading.Unread is [var waits, ..] ? $"Ticket {number} has to wait. {waits.Reason}."
        : tally.Rejected > 0 ? $"Ticket {number} could not be taken in: it stands in the list of those that wait."
        : tally.Accepted > 0 ? $"Ticket {number} was read again, and what was new is taken in."
        : tally.Duplicates > 0 ? $"Ticket {number} was read again. Nothing was new."
        : $"Ticket {number} was read: the mapping says it is not measured.";

    private static TimeSpan Patience(PolledSource source) => source.Every * 5 < TimeSpan.FromMinutes(15) ? TimeSpan.FromMinutes(15) : source.Every * 5;
}
