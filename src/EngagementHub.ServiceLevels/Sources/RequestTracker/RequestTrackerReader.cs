using System.Globalization;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Polled;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources.RequestTracker;

/// <summary>Reads Request Tracker 5 over REST 2: tickets by their last change, each with its whole history, and then what was deleted or merged and no longer shows.</summary>
internal sealed class RequestTrackerReader : ISourceReader
{
    private const int ToLookAt = 20;

    public string Kind => "request-tracker";

    public string Title => "Request Tracker 5";

    public string AddressHint => "The address that people open, without /REST/2.0. For example, https://rt.example.gov.uk";

    public IReadOnlyList<WayIn> WaysIn { get; } =
    [
        new("token", "RT token", "RT token", "Made by the hub's own user in Request Tracker, under Logged in as, Settings, Auth Tokens. That user needs the rights SeeQueue, ShowTicket and SeeCustomField, and the time zone UTC."),
        new("password", "User name and password", "Password", "Of the hub's own user in Request Tracker, who needs the rights SeeQueue, ShowTicket and SeeCustomField, and the time zone UTC.") { Name = "User name" },
    ];

    public LiveRules Suggestion { get; } = new()
    {
        Statuses =
        [
            new("new", Meaning.Open, ""), new("open", Meaning.Open, ""), new("stalled", Meaning.Paused, "waiting for the requester"), new("resolved", Meaning.Resolved, ""),
            new("rejected", Meaning.Void, "rejected"), new("deleted", Meaning.Void, "deleted"),
        ],
    };

    public string CursorFrom(DateTimeOffset? since) => (since is { } at ? RtCursor.Since(at) : new RtCursor()).Write();

    public async Task<SourceReading> ReadAsync(SourceAsk ask, string cursor, CancellationToken cancellation)
    {
        var (place, rt) = (RtCursor.Parse(cursor), new RtClient(ask));
        return place.IsAtGone ? await ReadGoneAsync(ask, rt, place, cancellation) : await ReadChangedAsync(ask, rt, place, cancellation);
    }

    public async Task<SourceReading> LatestAsync(SourceAsk ask, CancellationToken cancellation)
    {
        var rt = new RtClient(ask);
        var rows = await rt.LatestAsync(ToLookAt, cancellation);
        return await TellAsync(ask, rt, rows, _ => "", true, cancellation);
    }

    public async Task<SourceReading?> ReadOneAsync(SourceAsk ask, string number, CancellationToken cancellation)
    {
        var rt = new RtClient(ask);
        var rows = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await rt.NamedAsync([id], cancellation) : [];
        return rows.Count == 0 ? null : await TellAsync(ask, rt, rows, _ => "", true, cancellation);
    }

    public async Task<IReadOnlySet<string>?> NumbersAsync(SourceAsk ask, CancellationToken cancellation)
    {
        var rt = new RtClient(ask);
        HashSet<string> numbers = [];
        for (var rows = await rt.FromIdAsync(0, cancellation); rows.Count > 0; rows = await rt.FromIdAsync(rows[^1].Id, cancellation))
        {
            numbers.UnionWith(rows.Select(row => row.Id.ToString(CultureInfo.InvariantCulture)));
        }

        return numbers;
    }

    public async Task<string> TestAsync(SourceAsk ask, CancellationToken cancellation)
    {
        var rt = new RtClient(ask);
        var version = await rt.VersionAsync(cancellation);
        var queues = (await rt.QueuesAsync(cancellation)).Values.Where(name => name.Length > 0).Order().ToList();
        if (queues.Count == 0)
        {
            throw new SourceTroubleException("The hub's user sees no queue", "Give it the rights SeeQueue, ShowTicket and SeeCustomField on each queue", needsAttention: true);
        }

        var latest = await rt.LatestAsync(ToLookAt, cancellation);
        await CheckZoneAsync(rt, latest, cancellation);
        return $"Request Tracker {version} answers. The hub sees {Say.Count(queues.Count, "queue")} ({string.Join(", ", queues.Take(5))}{(queues.Count > 5 ? " and more" : "")})"
            + (latest.Count == 0 ? " and no ticket yet" : latest.Any(row => row.ShowsCustomFields) ? "" : ", but no custom fields: give its user the right SeeCustomField if the mapping needs them");
    }

    private static async Task<SourceReading> ReadChangedAsync(SourceAsk ask, RtClient rt, RtCursor place, CancellationToken cancellation)
    {
        var rows = await rt.ChangedAsync(place.At, place.Id, cancellation);
        if (rows.Count > 0 && (rows[0].LastUpdated < place.At || (place.Id == 0 && place.At == place.From)))
        {
            await CheckZoneAsync(rt, rows, cancellation);
        }

        RtTicket[] news = [.. rows.Where(row => !place.Knows($"{row.Id}", row.LastUpdated))];
        return await TellAsync(ask, rt, news, told => place.AfterTickets(rows, told, ask.Now).Write(), false, cancellation);
    }

    private static async Task<SourceReading> ReadGoneAsync(SourceAsk ask, RtClient rt, RtCursor place, CancellationToken cancellation)
    {
        var gone = await rt.GoneAsync(place.From, place.GoneId, cancellation);
        long[] ids = [.. gone.Where(row => !place.Knows($"t{row.Id}", row.Created)).Select(row => row.TicketId).Distinct()];
        var rows = await rt.NamedAsync(ids, cancellation);
        return await TellAsync(ask, rt, rows, _ => place.AfterGone(gone, ask.Now).Write(), gone.Count == 0, cancellation);
    }

    private static async Task<SourceReading> TellAsync(SourceAsk ask, RtClient rt, IReadOnlyList<RtTicket> rows, Func<IReadOnlyList<RtTicket>, string> cursor, bool isLast, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return new SourceReading([], [], cursor([]), isLast);
        }

        var history = (await rt.HistoryAsync([.. rows.Select(row => row.Id)], cancellation)).ToLookup(row => row.TicketId);
        var (teller, mapping) = (new RtHistory(await rt.QueuesAsync(cancellation)), new LiveMapping(ask.Rules));
        List<TicketReport> reports = [];
        List<UnreadTicket> unread = [];
        HashSet<SeenValue> seen = [];
        foreach (var row in rows)
        {
            var ticket = teller.Tell(row, history[row.Id]);
            var (report, waits) = mapping.Map(ticket);
            reports.AddRange(report is null ? [] : [report]);
            unread.AddRange(waits is null ? [] : [waits]);
            seen.UnionWith(ticket.Values);
        }

        RtTicket[] told = [.. rows.Where(row => !RtHistory.IsInFlight(row, history[row.Id]))];
        return new SourceReading(reports, unread, cursor(told), isLast) { NewestChange = rows.Max(row => row.LastUpdated), Values = [.. seen] };
    }

    // A date in a query is read in the zone of the user who asks, whatever is written behind it.
    private static async Task CheckZoneAsync(RtClient rt, IReadOnlyList<RtTicket> rows, CancellationToken cancellation)
    {
        if (rows.Count > 0 && !await rt.ReadsUtcAsync(rows[0], cancellation))
        {
            throw new SourceTroubleException("Request Tracker reads times in a zone that is not UTC when the hub's user asks", "Set that user's time zone to UTC in Request Tracker, in its preferences", needsAttention: true);
        }
    }
}
