using System.Text.Json;
using EngagementHub.ServiceLevels.Intake;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Makes reports of a web service's records: of the record alone, or of the whole history that it or another answer tells.</summary>
internal sealed class RestRecords(RestRules rules, IFetch fetch, DateTimeOffset latest)
{
    private readonly Dictionary<string, JsonPath> _paths = rules.Shape.Fields.Columns.Concat([rules.Id, rules.History?.Items ?? "", rules.History?.Events ?? "", rules.History?.At ?? "", rules.History?.Id ?? "", rules.History?.From ?? "", rules.History?.To ?? "", rules.History?.Order ?? ""])
        .Distinct().ToDictionary(path => path, JsonPath.Parse);

    private readonly RecordReader _reader = new(rules.Shape.Fields, latest);

    public async Task<(IReadOnlyList<TicketReport> Tickets, IReadOnlyList<RefusedRecord> Refused)> ReadAsync(IReadOnlyList<JsonElement> records, CancellationToken cancellation)
    {
        List<TicketReport> tickets = [];
        List<RefusedRecord> refused = [];
        foreach (var record in records)
        {
            try
            {
                tickets.Add(await ReadAsync(record, cancellation));
            }
            catch (RejectedRowException rejected)
            {
                var why = rejected.At(0);
                refused.Add(new RefusedRecord(_paths[rules.Shape.Fields.Ticket].Text(record) ?? "a record without a number", why.Column, why.Reason, why.Cure));
            }
        }

        return (tickets, refused);
    }

    private async Task<TicketReport> ReadAsync(JsonElement record, CancellationToken cancellation)
    {
        var row = _reader.Read(path => _paths[path].Text(record), 0);
        if (rules.History is not { } history)
        {
            return row.ToReport();
        }

        if (history.Query.Length == 0)
        {
            return Whole(row, history, record);
        }

        var query = history.Query.Replace("{id}", Uri.EscapeDataString(_paths[rules.Id].Text(record) ?? ""), StringComparison.Ordinal).Replace("{number}", Uri.EscapeDataString(row.Number), StringComparison.Ordinal);
        using var answer = await fetch.GetAsync(new Uri(rules.Address + query), cancellation);
        return Whole(row, history, answer.Body.RootElement);
    }

    // The first change tells what was before it; a ticket without any is as it was opened.
    private TicketReport Whole(LogRow row, HistoryRules history, JsonElement told)
    {
        List<(TicketEvent Event, string? Before)> changes = [.. _paths[history.Items].FindAll(told).SelectMany(entry => Changes(entry, history, row))];
        changes.Sort((a, b) => TicketEvent.InOrder(a.Event, b.Event));
        var begun = changes.Count == 0 ? row.Events[^1].State : changes[0].Before ?? "";
        var opened = row.OpenedAt ?? (changes.Count > 0 ? changes[0].Event.At : row.Events[^1].At);
        TicketEvent[] first = begun.Length == 0 ? [] : [_reader.Change("opened", opened, -1, begun, row)];
        return (row with { Events = [.. first, .. changes.Select(change => change.Event)] }).ToReport() with { IsWhole = true };
    }

    private IEnumerable<(TicketEvent Event, string? Before)> Changes(JsonElement entry, HistoryRules history, LogRow row)
    {
        var (at, id, order) = (Text(entry, history.At), Text(entry, history.Id), Text(entry, history.Order));
        foreach (var change in history.Events.Length == 0 ? [entry] : _paths[history.Events].FindAll(entry))
        {
            yield return (_reader.Change(id, at, order, Text(change, history.To), row), Text(change, history.From));
        }
    }

    private string Text(JsonElement element, string path) => path.Length == 0 ? "" : _paths[path].Text(element) ?? "";
}
