using System.Globalization;
using System.Text.Json;

namespace EngagementHub.ServiceLevels.Sources.RequestTracker;

/// <summary>Reads RT's JSON, in which the same thing is now a number, now a text, now an object with an id.</summary>
internal static class Rt
{
    public static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? Text(value) : "";

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Text(value, "id"),
        _ => "",
    };

    public static long Number(JsonElement of, string name) => long.TryParse(Text(of, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static DateTimeOffset Instant(JsonElement of, string name) =>
        DateTimeOffset.TryParse(Text(of, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTimeOffset.UnixEpoch;
}

/// <summary>A ticket's row as it stands now.</summary>
internal sealed record RtTicket(long Id, long EffectiveId, string Type, string Status, string QueueId, string QueueName, DateTimeOffset Created, DateTimeOffset LastUpdated)
{
    /// <summary>By the custom field's id: its name and present values.</summary>
    public IReadOnlyDictionary<string, (string Name, IReadOnlyList<string> Values)> CustomFields { get; init; } = new Dictionary<string, (string, IReadOnlyList<string>)>();

    public IReadOnlySet<string> Requestors { get; init; } = new HashSet<string>();

    /// <summary>Whether the hub's user may see custom fields: without the right RT says an empty text.</summary>
    public bool ShowsCustomFields { get; init; }

    public bool IsMerged => EffectiveId != Id;

    public static RtTicket Of(JsonElement row)
    {
        var queue = row.TryGetProperty("Queue", out var known) ? known : default;
        var fields = row.TryGetProperty(nameof(CustomFields), out var custom) && custom.ValueKind == JsonValueKind.Array ? custom.EnumerateArray().ToList() : null;
        return new RtTicket(Rt.Number(row, "id"), Rt.Number(row, "EffectiveId"), Rt.Text(row, "Type"), Rt.Text(row, "Status"),
            queue.ValueKind == JsonValueKind.Undefined ? "" : Rt.Text(queue), queue.ValueKind == JsonValueKind.Object ? Rt.Text(queue, "Name") : "", Rt.Instant(row, "Created"), Rt.Instant(row, "LastUpdated"))
        {
            ShowsCustomFields = fields is not null,
            CustomFields = (fields ?? []).ToDictionary(field => Rt.Text(field, "id"), field => (Rt.Text(field, "name"), ValuesOf(field))),
            Requestors = row.TryGetProperty("Requestor", out var people) && people.ValueKind == JsonValueKind.Array ? people.EnumerateArray().Select(person => Rt.Text(person)).ToHashSet() : new HashSet<string>(),
        };
    }

    private static IReadOnlyList<string> ValuesOf(JsonElement field) =>
        field.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Select(value => Rt.Text(value))] : [];
}

/// <summary>A row of a ticket's history.</summary>
internal sealed record RtTransaction(long Id, long TicketId, string Type, string Field, string OldValue, string NewValue, DateTimeOffset Created, string Creator)
{
    public bool IsMerger => Type == "AddLink" && Field == "MergedInto";

    /// <summary>The ticket at the end of an address such as fsck.com-rt://example/ticket/5.</summary>
    public string MergedInto => NewValue[(NewValue.LastIndexOf('/') + 1)..];

    public static RtTransaction Of(JsonElement row) => new(Rt.Number(row, "id"), Rt.Number(row, "ObjectId"), Rt.Text(row, "Type"), Rt.Text(row, "Field"), Rt.Text(row, "OldValue"), Rt.Text(row, "NewValue"),
        Rt.Instant(row, "Created"), Rt.Text(row, "Creator"));
}
