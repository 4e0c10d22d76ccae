using System.Globalization;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.RequestTracker;

/// <summary>Tells a ticket's life from how it stands now and what its history says changed: from the end back to the beginning, because only the changes are kept.</summary>
internal sealed class RtHistory(IReadOnlyDictionary<string, string> queues)
{
    /// <summary>The row already says a status whose change is not readable yet.</summary>
    public static bool IsInFlight(RtTicket ticket, IEnumerable<RtTransaction> history) =>
        !ticket.IsMerged && history.Where(row => row.Type == "Status").MaxBy(row => (row.Created, row.Id)) is { } last && last.NewValue != ticket.Status;

    public SourceTicket Tell(RtTicket ticket, IEnumerable<RtTransaction> history)
    {
        RtTransaction[] rows = [.. history.OrderBy(row => row.Created).ThenBy(row => row.Id)];
        var answer = rows.FirstOrDefault(row => IsAnswer(row, ticket));
        var standing = new Standing(ticket, rows.LastOrDefault(row => row.Type == "Status")?.NewValue ?? ticket.Status, queues);
        List<SourceEvent> events = [];
        foreach (var row in rows.Reverse().Where(row => row == answer || IsChange(row)))
        {
            events.Add(EventOf(ticket, row, standing));
            standing.Undo(row);
        }

        var opened = rows.FirstOrDefault(row => row.Type == "Create");
        events.Add(new SourceEvent("opened", ticket.Created, Order(ticket.Created, opened?.Id ?? 0), standing.Status, standing.Fields));
        events.Reverse();
        return new SourceTicket(ticket.Id.ToString(CultureInfo.InvariantCulture), ticket.Created, UpToMerger(ticket, events));
    }

    private static bool IsAnswer(RtTransaction row, RtTicket ticket) => row.Type == "Correspond" && !ticket.Requestors.Contains(row.Creator);

    // A merger is written down at both tickets.
    private static bool IsChange(RtTransaction row) => row.Type is not ("Create" or "Correspond") && !(row.IsMerger && row.MergedInto == row.TicketId.ToString(CultureInfo.InvariantCulture));

    private static SourceEvent EventOf(RtTicket ticket, RtTransaction row, Standing standing) => new($"t{row.Id}", row.Created, Order(row.Created, row.Id), row.IsMerger ? "merged" : standing.Status, standing.Fields)
    {
        IsFirstResponse = IsAnswer(row, ticket),
        VoidBecause = row.IsMerger ? $"merged into {row.MergedInto}" : null,
    };

    // What happened to a merged ticket afterwards belongs to the other one.
    private static List<SourceEvent> UpToMerger(RtTicket ticket, List<SourceEvent> events) =>
        ticket.IsMerged && events.FindLastIndex(told => told.VoidBecause is not null) is >= 0 and var merger ? events[..(merger + 1)] : [.. events.Where(told => told.VoidBecause is null)];

    // Ids are given before rows are readable, so the second comes first and the id only within it.
    private static long Order(DateTimeOffset at, long id) => (at.ToUnixTimeSeconds() << 24) | (id & 0xFFFFFF);

    private sealed class Standing(RtTicket ticket, string status, IReadOnlyDictionary<string, string> queues)
    {
        private readonly Dictionary<string, List<string>> _values = ticket.CustomFields.ToDictionary(field => field.Key, field => field.Value.Values.ToList());
        private string _queue = ticket.QueueName.Length > 0 ? ticket.QueueName : NameOf(ticket.QueueId, queues);

        public string Status { get; private set; } = status;

        public IReadOnlyDictionary<string, string> Fields => _values.Select(known => KeyValuePair.Create(ticket.CustomFields[known.Key].Name, string.Join(", ", known.Value)))
            .Prepend(new(LiveRules.Queue, _queue)).DistinctBy(known => known.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);

        public void Undo(RtTransaction row)
        {
            if (row.Type == "Status")
            {
                Status = row.OldValue;
            }
            else if (row.Type == "Set" && row.Field == "Queue")
            {
                _queue = NameOf(row.OldValue, queues);
            }
            else if (row.Type == "CustomField" && _values.TryGetValue(row.Field, out var values))
            {
                values.Remove(row.NewValue);
                values.AddRange(row.OldValue.Length > 0 ? [row.OldValue] : []);
            }
        }

        private static string NameOf(string id, IReadOnlyDictionary<string, string> queues) => queues.TryGetValue(id, out var name) && name.Length > 0 ? name : $"number {id}, out of the hub's sight";
    }
}
