using System.Runtime.CompilerServices;
using EngagementHub.ServiceLevels.Levels;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Kept;

/// <summary>Identifiers from one up to, and without, another.</summary>
internal readonly record struct Span(long From, long To)
{
    public long Width => To - From;

    public Span Part(int place, int parts) => new(From + (Width * place / parts), From + (Width * (place + 1) / parts));
}

/// <summary>Where a ticket stands in the columns: an index when its numbers are dense, else a search.</summary>
internal sealed class Places
{
    private const int Sparse = 4;
    private readonly long[] _ids;
    private readonly int[]? _index;

    public Places(long[] ids)
    {
        _ids = ids;
        if (ids.Length == 0 || ids[^1] - ids[0] >= (long)ids.Length * Sparse)
        {
            return;
        }

        _index = new int[ids[^1] - ids[0] + 1];
        Array.Fill(_index, -1);
        for (var place = 0; place < ids.Length; place++)
        {
            _index[ids[place] - ids[0]] = place;
        }
    }

    public int Of(long id) => _index is null ? Array.BinarySearch(_ids, id) : id < _ids[0] || id > _ids[^1] ? -1 : _index[id - _ids[0]];
}

/// <summary>The events that one connection read, in the order of reading, each with its ticket's place.</summary>
internal sealed class EventRun
{
    private const string Columns = """ e."TicketId", e."At", e."Order", e."Meaning", e."IsFirstResponse" FROM servicelevels_ticket_events e """;
    private readonly List<int> _tickets;
    private readonly List<Happening> _events;

    private EventRun(int expected) => (_tickets, _events) = (new(expected), new(expected));

    public static Task<EventRun> BetweenAsync(Bulk bulk, Span part, Places places, long latest, CancellationToken cancellation) =>
        new EventRun((int)Math.Min(part.Width, 1 << 22)).ReadAsync(bulk, $"""SELECT {Columns} WHERE e."Id" >= @from AND e."Id" < @to AND e."SupersededAt" IS NULL""", [("@from", part.From), ("@to", part.To)], places, latest, cancellation);

    public static Task<EventRun> OfServiceAsync(Bulk bulk, ServiceLevel level, Places places, long latest, CancellationToken cancellation) =>
        new EventRun(0).ReadAsync(bulk, $"""SELECT {Columns} JOIN servicelevels_tickets t ON t."Id" = e."TicketId" WHERE t."ServiceId" = @service AND e."SupersededAt" IS NULL""", [("@service", level.ServiceId)], places, latest, cancellation);

    /// <summary>Counts each ticket's events one place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(int[] firsts)
    {
        foreach (var ticket in _tickets)
        {
            firsts[ticket + 1]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Place(Happening[] events, int[] next)
    {
        for (var i = 0; i < _tickets.Count; i++)
        {
            events[next[_tickets[i]]++] = _events[i];
        }
    }

    private async Task<EventRun> ReadAsync(Bulk bulk, string sql, (string, object)[] values, Places places, long latest, CancellationToken cancellation)
    {
        using var rows = await bulk.NumbersAsync(sql, cancellation, values);
        Take(rows, places, latest);
        return this;
    }

    // Called once for a million rows: the compiler never gets a second look at it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(NumberRows rows, Places places, long latest)
    {
        while (rows.Next())
        {
            var place = places.Of(rows.Number(0));
            if (place >= 0 && rows.Ticks(1) is var at && at <= latest)
            {
                _tickets.Add(place);
                _events.Add(new Happening(at, rows.Number(2), (Meaning)rows.Number(3), rows.Number(4) != 0));
            }
        }
    }
}
