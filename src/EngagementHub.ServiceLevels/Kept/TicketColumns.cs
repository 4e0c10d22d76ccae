using System.Runtime.CompilerServices;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>The tickets a level counts, as columns: who, when opened, and the events of all of them in one row of memory.</summary>
internal sealed class TicketColumns
{
    private const int Share = 8;
    private readonly long[] _ids;
    private readonly long[] _opened;
    private readonly int[] _firsts;
    private readonly Happening[] _events;

    private TicketColumns(long[] ids, long[] opened, IReadOnlyList<EventRun> runs)
    {
        (_ids, _opened, _firsts) = (ids, opened, new int[ids.Length + 1]);
        foreach (var run in runs)
        {
            run.Count(_firsts);
        }

        for (var i = 1; i < _firsts.Length; i++)
        {
            _firsts[i] += _firsts[i - 1];
        }

        _events = new Happening[_firsts[^1]];
        var next = _firsts[..^1];
        foreach (var run in runs)
        {
            run.Place(_events, next);
        }
    }

    public int Count => _ids.Length;

    public long Id(int ticket) => _ids[ticket];

    public long Opened(int ticket) => _opened[ticket];

    /// <summary>A ticket's events in their order.</summary>
    public ReadOnlySpan<Happening> Events(int ticket)
    {
        var events = _events.AsSpan(_firsts[ticket], _firsts[ticket + 1] - _firsts[ticket]);
        for (var i = 1; i < events.Length; i++)
        {
            if (events[i - 1].CompareTo(events[i]) > 0)
            {
                events.Sort();
                break;
            }
        }

        return events;
    }

    /// <summary>Reads them over several connections at once; as of an instant, only what had happened by then.</summary>
    public static async Task<TicketColumns> ReadAsync(IReadOnlyList<Bulk> connections, ServiceLevel level, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var latest = asOf?.UtcTicks ?? long.MaxValue;
        var extent = await ExtentAsync(connections[0], cancellation);
        var tickets = await Task.WhenAll(connections.Select((connection, i) => Task.Run(() => ReadTicketsAsync(connection, level, extent.Tickets.Part(i, connections.Count), latest, cancellation), cancellation)));
        long[] ids = Joined(tickets.Select(part => part.Ids)), opened = Joined(tickets.Select(part => part.Opened));
        var places = new Places(ids);
        if ((long)ids.Length * Share < extent.Tickets.Width)
        {
            return new TicketColumns(ids, opened, [await EventRun.OfServiceAsync(connections[0], level, places, latest, cancellation)]);
        }

        var runs = connections.Select((connection, i) => Task.Run(() => EventRun.BetweenAsync(connection, extent.Events.Part(i, connections.Count), places, latest, cancellation), cancellation));
        return new TicketColumns(ids, opened, await Task.WhenAll(runs));
    }

    private static async Task<(List<long> Ids, List<long> Opened)> ReadTicketsAsync(Bulk bulk, ServiceLevel level, Span part, long latest, CancellationToken cancellation)
    {
        var (ids, opened) = (new List<long>(), new List<long>());
        var category = level.Category.Length == 0 ? "" : "AND LOWER(\"Category\") = @category";
        using var rows = await bulk.NumbersAsync($"""SELECT "Id", "OpenedAt" FROM servicelevels_tickets WHERE "ServiceId" = @service AND "Id" >= @from AND "Id" < @to {category} ORDER BY "Id" """, cancellation,
            [("@service", level.ServiceId), ("@from", part.From), ("@to", part.To), .. level.Category.Length == 0 ? Array.Empty<(string, object)>() : [("@category", level.Category.ToLowerInvariant())]]);
        Take(rows, latest, ids, opened);
        return (ids, opened);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Take(NumberRows rows, long latest, List<long> ids, List<long> opened)
    {
        while (rows.Next())
        {
            if (rows.Ticks(1) is var at && at <= latest)
            {
                ids.Add(rows.Number(0));
                opened.Add(at);
            }
        }
    }

    private static long[] Joined(IEnumerable<List<long>> parts)
    {
        List<long> all = [];
        foreach (var part in parts)
        {
            all.AddRange(part);
        }

        return [.. all];
    }

    private static async Task<(Span Events, Span Tickets)> ExtentAsync(Bulk bulk, CancellationToken cancellation)
    {
        await using var command = bulk.Command("""
            SELECT COALESCE((SELECT MIN("Id") FROM servicelevels_ticket_events), 0), COALESCE((SELECT MAX("Id") FROM servicelevels_ticket_events), 0),
                COALESCE((SELECT MIN("Id") FROM servicelevels_tickets), 0), COALESCE((SELECT MAX("Id") FROM servicelevels_tickets), 0)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (new Span(reader.GetInt64(0), reader.GetInt64(1) + 1), new Span(reader.GetInt64(2), reader.GetInt64(3) + 1));
    }
}
