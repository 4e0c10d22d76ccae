using System.Globalization;
using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Tells tickets from a web service's records: from the record alone, or from the whole history that it or another answer tells.</summary>
internal sealed class RestRecords(RestRules rules, RestClient client, DateTimeOffset latest)
{
    private readonly MappingRules _fields = rules.Shape.Fields;
    private readonly Dictionary<string, JsonPath> _paths = rules.Paths.Distinct().ToDictionary(path => path, JsonPath.Parse);
    private readonly SourceTime _time = new(rules.Shape.Fields, latest);

    /// <summary>The ticket, or why it cannot be understood.</summary>
    public async Task<(SourceTicket? Ticket, UnreadTicket? Unread)> ReadAsync(JsonElement record, CancellationToken cancellation)
    {
        try
        {
            return (await TellAsync(record, cancellation), null);
        }
        catch (RejectedRowException rejected)
        {
            var why = rejected.At(0);
            return (null, new UnreadTicket(NameOf(record), why.Column, "", why.Reason, why.Cure, false));
        }
    }

    private string NameOf(JsonElement record) => Text(record, _fields.Ticket) is { Length: > 0 } number ? number : $"(no number: {Text(record, rules.Id)})";

    private async Task<SourceTicket> TellAsync(JsonElement record, CancellationToken cancellation)
    {
        var number = Needed(record, _fields.Ticket);
        if (rules.History is not { } history)
        {
            return Standing(record, number);
        }

        if (history.Query.Length == 0)
        {
            return Whole(record, number, history, record);
        }

        var query = history.Query.Replace("{id}", Uri.EscapeDataString(Text(record, rules.Id)), StringComparison.Ordinal).Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal);
        using var answer = await client.GetAsync(query, cancellation);
        return Whole(record, number, history, answer.Body.RootElement);
    }

    // How it stands now, which adds to what earlier readings told.
    private SourceTicket Standing(JsonElement record, string number)
    {
        var opened = Optional(record, _fields.Opened);
        if (_fields.EventTime.Length > 0)
        {
            var (at, state, order) = (TimeOf(record, _fields.EventTime), Needed(record, _fields.State), Text(record, _fields.Order));
            var key = Text(record, _fields.Key) is { Length: > 0 } own ? own : $"{order}|{at.UtcTicks / TimeSpan.TicksPerSecond}|{state}";
            return new SourceTicket(number, opened ?? at, [Event(record, key, at, OrderOf(order), state) with { IsFirstResponse = IsTrue(record, _fields.FirstResponse), Reason = Text(record, _fields.Reason) }]) { IsWhole = false };
        }

        var (begun, now) = (opened ?? throw Missing(_fields.Opened), Text(record, _fields.State) is { Length: > 0 } said ? said : "Opened");
        return new SourceTicket(number, begun, [Optional(record, _fields.Resolved) is { } done ? Event(record, "resolved", done, 1, now) : Event(record, "opened", begun, 0, now) with { IsOnlyOpening = true }]);
    }

    // The first change tells what was before it; a ticket without any is as it was opened.
    private SourceTicket Whole(JsonElement record, string number, HistoryRules history, JsonElement told)
    {
        List<(SourceEvent Event, string Before)> changes = [.. _paths[history.Items].FindAll(told).SelectMany(entry => Changes(entry, history, record))
            .OrderBy(change => change.Event.At).ThenBy(change => change.Event.Order)];
        var begun = changes.Count == 0 ? Text(record, _fields.State) : changes[0].Before;
        var opened = Optional(record, _fields.Opened) ?? (changes.Count > 0 ? changes[0].Event.At : TimeOf(record, _fields.EventTime));
        SourceEvent[] first = begun.Length == 0 ? [] : [Event(record, "opened", opened, -1, begun)];
        return new SourceTicket(number, opened, [.. first, .. changes.Select(change => change.Event)]);
    }

    private IEnumerable<(SourceEvent Event, string Before)> Changes(JsonElement entry, HistoryRules history, JsonElement record)
    {
        var changes = history.Events.Length == 0 ? [entry] : _paths[history.Events].FindAll(entry).ToList();
        if (changes.Count == 0)
        {
            yield break;
        }

        var (at, id, order) = (TimeOf(entry, history.At), Text(entry, history.Id), OrderOf(Text(entry, history.Order)));
        foreach (var change in changes)
        {
            yield return (Event(record, id, at, order, Needed(change, history.To)), Text(change, history.From));
        }
    }

    private SourceEvent Event(JsonElement record, string key, DateTimeOffset at, long order, string state) => new(key, at, order, state, FieldsOf(record)) { Team = Text(record, _fields.Team), Priority = Text(record, _fields.Priority) };

    private Dictionary<string, string> FieldsOf(JsonElement record) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Category"] = Text(record, _fields.Category),
        ["Service"] = Text(record, _fields.ServiceColumn),
        ["Team"] = Text(record, _fields.Team),
        ["Priority"] = Text(record, _fields.Priority),
    };

    private DateTimeOffset? Optional(JsonElement record, string path) => Text(record, path) is { Length: > 0 } text ? _time.Read(text, path) : null;

    private DateTimeOffset TimeOf(JsonElement record, string path) => _time.Read(Needed(record, path), path);

    private string Needed(JsonElement record, string path) => Text(record, path) is { Length: > 0 } text ? text : throw Missing(path);

    private string Text(JsonElement record, string path) => path.Length == 0 ? "" : _paths[path].Text(record)?.Trim() ?? "";

    private bool IsTrue(JsonElement record, string path) => Text(record, path) is "1" or "true" or "True" or "yes";

    private static long OrderOf(string order) => long.TryParse(order, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static RejectedRowException Missing(string path) => new(path, $"Nothing stands at \"{path}\"", "Fill it in there, or correct where each field stands on the page that says how the system is read");
}
