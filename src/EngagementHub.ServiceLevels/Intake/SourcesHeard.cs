using EngagementHub.ServiceLevels.Kept;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Intake;

/// <summary>Notes with each call which source told of which services, and of which days.</summary>
internal sealed class SourcesHeard(Bulk bulk)
{
    public async Task TellAsync(string source, IReadOnlyList<TakenTicket> taken, CancellationToken cancellation)
    {
        TicketEvent[] news = [.. taken.SelectMany(ticket => ticket.News)];
        var last = news.Length == 0 ? 0 : news.Max(told => told.At.UtcTicks);
        await bulk.ExecuteAsync("""
            INSERT INTO servicelevels_sources_heard ("Source", "Revision", "LastEvent", "LastHeard", "Live", "Patience") VALUES (@source, 1, @last, 0, @live, 0)
            ON CONFLICT ("Source") DO UPDATE SET "Revision" = servicelevels_sources_heard."Revision" + 1,
                "LastEvent" = CASE WHEN excluded."LastEvent" > servicelevels_sources_heard."LastEvent" THEN excluded."LastEvent" ELSE servicelevels_sources_heard."LastEvent" END
            """, cancellation, ("@source", source), ("@last", last), ("@live", true));
        await bulk.WriteAsync("servicelevels_service_sources", [.. taken.Select(ticket => ticket.Ticket.ServiceId).Distinct()], "ON CONFLICT DO NOTHING",
            [new Column<Guid, Guid>("ServiceId", service => service), new Column<Guid, string>("Source", _ => source)], cancellation);
        await bulk.WriteAsync("servicelevels_source_days", [.. taken.SelectMany(ticket => ticket.Days).CountBy(day => day)],
            """ON CONFLICT ("Source", "Day") DO UPDATE SET "Events" = servicelevels_source_days."Events" + excluded."Events" """,
            [new Column<KeyValuePair<int, int>, string>("Source", _ => source), new Column<KeyValuePair<int, int>, int>("Day", day => day.Key), new Column<KeyValuePair<int, int>, long>("Events", day => day.Value)], cancellation);
    }
}
