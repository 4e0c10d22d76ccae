using System.Globalization;
using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Json;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Goes through what changed in a web service, page by page, by its rules. A page that brings nothing beyond what was seen is the last one: how long a page is, is the service's to say.</summary>
internal sealed class RestRound
{
    private readonly RestRules _rules;
    private readonly RestClient _client;
    private readonly TimeZoneInfo _zone;
    private readonly JsonPath _records;
    private readonly JsonPath _changed;
    private readonly JsonPath _id;
    private readonly JsonPath _number;
    private readonly SourceTime _time;

    public RestRound(RestRules rules, RestClient client, DateTimeOffset latest)
    {
        (_rules, _client, _zone) = (rules, client, TimeZoneInfo.FindSystemTimeZoneById(rules.SinceZone));
        (_records, _changed, _id, _number) = (JsonPath.Parse(rules.Shape.Records), JsonPath.Parse(rules.Changed), JsonPath.Parse(rules.Id), JsonPath.Parse(rules.Shape.Fields.Ticket));
        _time = new SourceTime(rules.Shape.Fields, latest);
    }

    // Without a place for the last name, records of the same last change are counted.
    private bool KnowsNames => _rules.Query.Contains("{id}", StringComparison.Ordinal);

    /// <exception cref="SourceTroubleException">The service does not answer as it should now.</exception>
    public async Task<RestPage> ReadAsync(RestCursor cursor, CancellationToken cancellation)
    {
        using var answer = await AskAsync(cursor, cancellation);
        List<JsonElement> records = [.. _records.FindAll(answer.Body.RootElement).Select(record => record.Clone())];
        var seen = records.ConvertAll(PlaceOf);
        if (cursor.Anchor.Length > 0 && (seen.Count == 0 || seen[0].Id != cursor.Anchor))
        {
            return new RestPage([], Moved(cursor), false, null, _ => null);
        }

        var next = NextOf(cursor, seen, answer.Next(_rules.Next));
        var isLast = _rules.Paging == Paging.Link ? next.Link is null : next with { Seen = cursor.Seen } == cursor || seen.Count == 0;
        return new RestPage(records, isLast ? next.NextRound(_rules.Paging, _rules.Overlap) : next, isLast, seen.Max(place => place.At), count => UpTo(cursor, seen, count));
    }

    /// <summary>The record of one ticket; nothing when the service does not have it.</summary>
    /// <exception cref="SourceTroubleException">The service does not answer as it should now, or cannot be asked for one ticket.</exception>
    public async Task<JsonElement?> ReadOneAsync(string number, CancellationToken cancellation)
    {
        if (_rules.OneQuery.Length == 0)
        {
            throw new SourceTroubleException("Nothing says how this system is asked for one ticket", "Say it on the page that says how the system is read");
        }

        using var answer = await _client.GetAsync(_rules.OneQuery.Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal), cancellation);
        List<JsonElement> records = [.. _records.FindAll(answer.Body.RootElement)];
        foreach (var record in records.Where(record => string.Equals(_number.Text(record), number, StringComparison.OrdinalIgnoreCase)))
        {
            return record.Clone();
        }

        // A service that does not understand the question answers with whatever comes first.
        return records.Count == 0 ? null : throw new SourceTroubleException("The system answered with another ticket than the one it was asked for", "Check how one ticket is asked for, on the page that says how the system is read");
    }

    private Task<Answer> AskAsync(RestCursor cursor, CancellationToken cancellation) => cursor.Link is { } link ? _client.GetAsync(new Uri(link), cancellation) : _client.GetAsync(_rules.Query
        .Replace("{since}", Uri.EscapeDataString(Written(cursor.Since)), StringComparison.Ordinal)
        .Replace("{id}", Uri.EscapeDataString(cursor.Id), StringComparison.Ordinal)
        .Replace("{offset}", cursor.Offset.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{limit}", _rules.PageSize.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), cancellation);

    private string Written(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).ToString(_rules.SinceFormat, CultureInfo.InvariantCulture);

    // What was counted is no longer so: among records of one last change they are counted anew, else the round begins again.
    private RestCursor Moved(RestCursor cursor) => _rules.Paging == Paging.Keyset ? cursor with { Offset = 0, Anchor = "" } : cursor.Again(_rules.Paging, _rules.Overlap);

    private (DateTimeOffset? At, string Id) PlaceOf(JsonElement record)
    {
        try
        {
            return (_changed.Text(record) is { } text && _rules.Changed.Length > 0 ? _time.Read(text, _rules.Changed) : null, _id.Text(record) ?? "");
        }
        catch (RejectedRowException)
        {
            // Said with the record itself; the place goes on from the others.
            return (null, _id.Text(record) ?? "");
        }
    }

    private RestCursor NextOf(RestCursor cursor, List<(DateTimeOffset? At, string Id)> seen, string? next)
    {
        var last = seen.FindLast(place => place.At is not null);
        var latest = seen.Max(place => place.At) is { } at && at > cursor.Seen ? at : cursor.Seen;
        return _rules.Paging switch
        {
            Paging.Link when next is not null && next == cursor.Link => throw new SourceTroubleException("The service's pages lead in a circle", "Check where the address of the next page stands", needsAttention: true),
            Paging.Link => cursor with { Seen = latest, Link = next },
            // The last record is asked for again: when it does not come first, records have moved.
            Paging.Offset => cursor with { Seen = latest, Offset = seen.Count == 0 ? cursor.Offset : cursor.Offset + seen.Count - 1, Anchor = seen.Count == 0 ? cursor.Anchor : seen[^1].Id },
            _ when last.At is null => cursor,
            _ when last.At < cursor.Since => throw new SourceTroubleException("The service begins again at the beginning, wherever it is asked to go on from", "Check what is asked for behind the address: {since} belongs there, and the order by the last change"),
            _ when KnowsNames => cursor with { Since = last.At.Value, Id = last.Id, Seen = latest },
            _ => AmongEqual(cursor, seen, last.At.Value) with { Seen = latest },
        };
    }

    // Where records come in the order of their names, a page that broke off in the middle need not be begun again.
    private RestCursor? UpTo(RestCursor cursor, List<(DateTimeOffset? At, string Id)> seen, int count) => _rules.Paging == Paging.Keyset && KnowsNames && count > 0 && seen[count - 1].At is { } at && at >= cursor.Since
        ? cursor with { Since = at, Id = seen[count - 1].Id, Seen = at > cursor.Seen ? at : cursor.Seen } : null;

    // Records that share what is written of their last change are counted, as long as a page holds nothing else.
    private RestCursor AmongEqual(RestCursor cursor, List<(DateTimeOffset? At, string Id)> seen, DateTimeOffset last) =>
        Written(last) == Written(cursor.Since)
            ? cursor with { Offset = cursor.Offset + seen.Count - 1, Anchor = seen[^1].Id }
            : cursor with { Since = last, Offset = 0, Anchor = "" };
}

/// <summary>The records of a page, where to go on, and the latest change among them; and where to go on when only so many of them could be read, or nothing where the page has to be begun again.</summary>
internal sealed record RestPage(IReadOnlyList<JsonElement> Records, RestCursor Next, bool IsLast, DateTimeOffset? NewestChange, Func<int, RestCursor?> UpTo);
