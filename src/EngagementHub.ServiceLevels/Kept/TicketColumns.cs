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

    private TicketColumns(long[] ids, long[] opened, List<Read> read)
    {
        (_ids, _opened, _firsts) = (ids, opened, new int[ids.Length + 1]);
        foreach (var one in read)
        {
            one.Count(_firsts);
        }

        for (var i = 1; i < _firsts.Length; i++)
        {
            _firsts[i] += _firsts[i - 1];
        }

        _events = new Happening[_firsts[^1]];
        var next = _firsts[..^1];
        read.ForEach(one => one.Place(_events, next));
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
        var (ids, opened) = await ReadTicketsAsync(connections[0], level, asOf, cancellation);
        var places = new Places(ids);
        var (first, last, all) = await ExtentAsync(connections[0], cancellation);
        var latest = asOf?.UtcTicks ?? long.MaxValue;
        if (ids.Length * Share < all)
        {
            return new TicketColumns(ids, opened, [await new Read(connections[0], places, latest).OfServiceAsync(level, cancellation)]);
        }

        var width = ((last - first) / connections.Count) + 1;
        var reads = connections.Select((connection, i) => Task.Run(() => new Read(connection, places, latest).BetweenAsync(first + (i * width), first + ((i + 1) * width), cancellation), cancellation));
        return new TicketColumns(ids, opened, [.. await Task.WhenAll(reads)]);
    }

    private static async Task<(long[] Ids, long[] Opened)> ReadTicketsAsync(Bulk bulk, ServiceLevel level, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        List<(long Id, long Opened)> tickets = [];
        var category = level.Category.Length == 0 ? "" : "AND LOWER(\"Category\") = @category";
        await using var command = bulk.Command($"""SELECT "Id", "OpenedAt" FROM servicelevels_tickets WHERE "ServiceId" = @service {category} ORDER BY "Id" """,
            ("@service", level.ServiceId), ("@category", level.Category.ToLowerInvariant()));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (reader.Read())
        {
            var opened = bulk.Ticks(reader, 1);
            if (asOf is null || opened <= asOf.Value.UtcTicks)
            {
                tickets.Add((reader.GetInt64(0), opened));
            }
        }

        return ([.. tickets.Select(ticket => ticket.Id)], [.. tickets.Select(ticket => ticket.Opened)]);
    }

    private static async Task<(long First, long Last, long Tickets)> ExtentAsync(Bulk bulk, CancellationToken cancellation)
    {
        await using var command = bulk.Command("""
            SELECT COALESCE((SELECT MIN("Id") FROM servicelevels_ticket_events), 0), COALESCE((SELECT MAX("Id") FROM servicelevels_ticket_events), 0),
                COALESCE((SELECT MAX("Id") FROM servicelevels_tickets), 0) - COALESCE((SELECT MIN("Id") FROM servicelevels_tickets), 0)
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Where a ticket stands in the columns: an index when its numbers are dense, else a search.</summary>
    private sealed class Places
    {
        private const int Sparse = 4;
        private readonly long[] _ids;
        private readonly int[]? _index;

        public Places(long[] ids)
        {
            _ids = ids;
            if (ids.Length > 0 && ids[^1] - ids[0] < (long)ids.Length * Sparse)
            {
                _index = new int[ids[^1] - ids[0] + 1];
                Array.Fill(_index, -1);
                foreach (var (place, id) in ids.Index())
                {
                    _index[id - ids[0]] = place;
                }
            }
        }

        public int Of(long id) => _index is null ? Array.BinarySearch(_ids, id) : id < _ids[0] || id > _ids[^1] ? -1 : _index[id - _ids[0]];
    }

    /// <summary>What one connection read, in the order of reading.</summary>
    private sealed class Read(Bulk bulk, Places places, long latest)
    {
        private const string Columns = """ e."TicketId", e."At", e."Order", e."Meaning", e."IsFirstResponse" FROM servicelevels_ticket_events e """;
        private readonly List<int> _tickets = [];
        private readonly List<Happening> _events = [];

        public Task<Read> BetweenAsync(long from, long to, CancellationToken cancellation) =>
            ReadAsync($"""SELECT {Columns} WHERE e."Id" >= @from AND e."Id" < @to AND e."SupersededAt" IS NULL""", [("@from", from), ("@to", to)], cancellation);

        public Task<Read> OfServiceAsync(ServiceLevel level, CancellationToken cancellation) =>
            ReadAsync($"""SELECT {Columns} JOIN servicelevels_tickets t ON t."Id" = e."TicketId" WHERE t."ServiceId" = @service AND e."SupersededAt" IS NULL""", [("@service", level.ServiceId)], cancellation);

        public void Count(int[] firsts)
        {
            foreach (var ticket in _tickets)
            {
                firsts[ticket + 1]++;
            }
        }

        public void Place(Happening[] events, int[] next)
        {
            for (var i = 0; i < _tickets.Count; i++)
            {
                events[next[_tickets[i]]++] = _events[i];
            }
        }

        private async Task<Read> ReadAsync(string sql, (string, object)[] values, CancellationToken cancellation)
        {
            await using var command = bulk.Command(sql, values);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (reader.Read())
            {
                var place = places.Of(reader.GetInt64(0));
                if (place >= 0 && bulk.Ticks(reader, 1) is var at && at <= latest)
                {
                    _tickets.Add(place);
                    _events.Add(new Happening(at, reader.GetInt64(2), (Meaning)reader.GetInt16(3), reader.GetBoolean(4)));
                }
            }

            return this;
        }
    }
}
