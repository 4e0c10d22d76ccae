using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.RequestTracker;

/// <summary>
/// How far Request Tracker was read. A round goes through what changed, then through what was deleted or merged, and the next one begins a little before its end, because a change
/// can become readable later than others that bear a later time.
/// </summary>
internal sealed record RtCursor
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    // A second is the finest time there is: what changed just now may change again within the same one.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The last change of the ticket read last, and its number.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch.AddDays(1);

    public long Id { get; init; }

    /// <summary>Where this round began.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.UnixEpoch.AddDays(1);

    /// <summary>The latest change seen.</summary>
    public DateTimeOffset Seen { get; init; } = DateTimeOffset.UnixEpoch.AddDays(1);

    public bool IsAtGone { get; init; }

    public long GoneId { get; init; }

    /// <summary>What of the overlap was read and is older than a moment: it need not be read again.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Settled { get; init; } = new Dictionary<string, DateTimeOffset>();

    public string Write() => JsonSerializer.Serialize(this);

    public static RtCursor Since(DateTimeOffset at) => new() { At = at, From = at, Seen = at };

    public static RtCursor Parse(string text) => text.Length == 0 ? new() : JsonSerializer.Deserialize<RtCursor>(text) ?? new();

    public bool Knows(string key, DateTimeOffset at) => Settled.TryGetValue(key, out var known) && known == at;

    public RtCursor AfterTickets(IReadOnlyList<RtTicket> rows, IEnumerable<RtTicket> told, DateTimeOffset now)
    {
        var next = Settle([.. told.Select(row => ($"{row.Id}", row.LastUpdated))], rows.Select(row => row.LastUpdated), now);
        next = rows.Count > 0 ? next with { At = rows[^1].LastUpdated, Id = rows[^1].Id } : next;
        return rows.Count < RtClient.PageSize ? next with { IsAtGone = true } : next;
    }

    public RtCursor AfterGone(IReadOnlyList<RtTransaction> rows, DateTimeOffset now)
    {
        var next = Settle([.. rows.Select(row => ($"t{row.Id}", row.Created))], rows.Select(row => row.Created), now);
        return rows.Count > 0 ? next with { GoneId = rows[^1].Id } : next.NextRound();
    }

    private RtCursor NextRound()
    {
        var from = Seen - Overlap > From ? Seen - Overlap : From;
        return new RtCursor { At = from, From = from, Seen = Seen, Settled = Settled.Where(known => known.Value >= from).ToDictionary() };
    }

    private RtCursor Settle(IReadOnlyList<(string Key, DateTimeOffset At)> told, IEnumerable<DateTimeOffset> seen, DateTimeOffset now)
    {
        var latest = seen.Append(Seen).Max();
        var settled = new Dictionary<string, DateTimeOffset>(Settled.Where(known => known.Value >= latest - Overlap));
        foreach (var (key, at) in told.Where(one => one.At >= latest - Overlap && one.At < now - Fresh))
        {
            settled[key] = at;
        }

        return this with { Seen = latest, Settled = settled };
    }
}
