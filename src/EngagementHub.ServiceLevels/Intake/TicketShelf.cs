using System.Data.Common;
using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>Fetches tickets with their events from the database and puts news of them there.</summary>
internal sealed class TicketShelf(Bulk bulk)
{
    public const string Tickets = "servicelevels_tickets";
    public const string Events = "servicelevels_ticket_events";

    public async Task<Dictionary<string, TakenTicket>> FetchAsync(string source, string[] numbers, CancellationToken cancellation)
    {
        List<(long Id, string Number, DateTimeOffset? Opening)> known = [];
        await using (var command = bulk.Command($"""SELECT "Id", "Number", "StatedOpening" FROM {Tickets} WHERE "Source" = @source AND {bulk.In("\"Number\"")}""", ("@source", source), ("@list", bulk.List(numbers))))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (reader.Read())
            {
                known.Add((reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : bulk.Instant(reader, 2)));
            }
        }

        var events = await EventsAsync([.. known.Select(ticket => ticket.Id)], cancellation);
        var tickets = known.ToDictionary(ticket => ticket.Number, ticket => TakenTicket.Of(Ticket.Recall(ticket.Id, source, ticket.Number, ticket.Opening, events[ticket.Id])));
        foreach (var number in numbers)
        {
            tickets.TryAdd(number, TakenTicket.Of(Ticket.Of(source, number)));
        }

        return tickets;
    }

    public async Task PutAsync(IReadOnlyList<TakenTicket> taken, DateTimeOffset now, CancellationToken cancellation)
    {
        TakenTicket[] fresh = [.. taken.Where(ticket => ticket.IsNew)];
        foreach (var (ticket, id) in fresh.Zip(await bulk.NewIdsAsync(Tickets, fresh.Length, cancellation)))
        {
            ticket.Ticket.NumberAs(id);
        }

        await bulk.WriteAsync(Tickets, [.. taken.Select(ticket => ticket.Ticket)], """
            ON CONFLICT ("Id") DO UPDATE SET "ServiceId" = excluded."ServiceId", "Category" = excluded."Category", "StatedOpening" = excluded."StatedOpening",
                "OpenedAt" = excluded."OpenedAt", "LastEventAt" = excluded."LastEventAt"
            """, OfTicket, cancellation);
        (long Ticket, TicketEvent Told)[] events = [.. taken.SelectMany(ticket => ticket.News, (ticket, told) => (ticket.Ticket.Id, told))];
        long[] superseded = [.. taken.SelectMany(ticket => ticket.Superseded).Select(told => told.Id).Where(id => id > 0)];
        if (superseded.Length > 0)
        {
            object at = bulk.InstantsAreTicks ? now.UtcTicks : now.UtcDateTime;
            await bulk.ExecuteAsync($"""UPDATE {Events} SET "SupersededAt" = @at WHERE {bulk.In("\"Id\"")}""", cancellation, ("@at", at), ("@list", bulk.List(superseded)));
        }

        await bulk.WriteAsync(Events, events, "", OfEvent, cancellation);
    }

    private async Task<ILookup<long, TicketEvent>> EventsAsync(long[] tickets, CancellationToken cancellation)
    {
        List<(long Ticket, TicketEvent Told)> events = [];
        if (tickets.Length > 0)
        {
            await using var command = bulk.Command($"""
                SELECT "TicketId", "Id", "Key", "Revision", "SupersededAt", "At", "Order", "State", "Meaning", "Category", "ServiceId", "Team", "Priority", "IsFirstResponse", "Reason"
                FROM {Events} WHERE {bulk.In("\"TicketId\"")}
                """, ("@list", bulk.List(tickets)));
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (reader.Read())
            {
                events.Add((reader.GetInt64(0), EventOf(reader)));
            }
        }

        return events.ToLookup(told => told.Ticket, told => told.Told);
    }

    private TicketEvent EventOf(DbDataReader row) =>
        new TicketEvent(row.GetString(2), bulk.Instant(row, 5), row.GetInt64(6), row.GetString(7), (Meaning)row.GetInt16(8))
        {
            Id = row.GetInt64(1),
            Category = row.GetString(9),
            Team = row.GetString(11),
            Priority = row.GetString(12),
            IsFirstResponse = row.GetBoolean(13),
            Reason = row.GetString(14),
        }.Recalled(row.GetInt32(3), row.IsDBNull(4) ? null : bulk.Instant(row, 4), row.GetGuid(10));

    private static readonly IReadOnlyList<Column<Ticket>> OfTicket =
    [
        new Column<Ticket, long>("Id", t => t.Id), new Column<Ticket, string>("Source", t => t.Source), new Column<Ticket, string>("Number", t => t.Number),
        new Column<Ticket, Guid>("ServiceId", t => t.ServiceId), new Column<Ticket, string>("Category", t => t.Category), new InstantColumn<Ticket>("StatedOpening", t => t.StatedOpening),
        new InstantColumn<Ticket>("OpenedAt", t => t.OpenedAt), new InstantColumn<Ticket>("LastEventAt", t => t.LastEventAt),
    ];

    private static readonly IReadOnlyList<Column<(long Ticket, TicketEvent Told)>> OfEvent =
    [
        new Column<(long Ticket, TicketEvent Told), long>("TicketId", e => e.Ticket), new Column<(long Ticket, TicketEvent Told), string>("Key", e => e.Told.Key),
        new Column<(long Ticket, TicketEvent Told), int>("Revision", e => e.Told.Revision), new InstantColumn<(long Ticket, TicketEvent Told)>("SupersededAt", e => e.Told.SupersededAt),
        new InstantColumn<(long Ticket, TicketEvent Told)>("At", e => e.Told.At), new Column<(long Ticket, TicketEvent Told), long>("Order", e => e.Told.Order),
        new Column<(long Ticket, TicketEvent Told), string>("State", e => e.Told.State), new Column<(long Ticket, TicketEvent Told), short>("Meaning", e => (short)e.Told.Meaning),
        new Column<(long Ticket, TicketEvent Told), string>("Category", e => e.Told.Category), new Column<(long Ticket, TicketEvent Told), Guid>("ServiceId", e => e.Told.ServiceId),
        new Column<(long Ticket, TicketEvent Told), string>("Team", e => e.Told.Team), new Column<(long Ticket, TicketEvent Told), string>("Priority", e => e.Told.Priority),
        new Column<(long Ticket, TicketEvent Told), bool>("IsFirstResponse", e => e.Told.IsFirstResponse), new Column<(long Ticket, TicketEvent Told), string>("Reason", e => e.Told.Reason),
    ];
}
