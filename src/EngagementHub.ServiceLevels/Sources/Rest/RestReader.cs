using System.Globalization;
using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Json;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>Reads the tickets of a web service page by page, by its rules. Keeps nothing between two pages but the cursor, so that it can be ended and begun again anywhere.</summary>
internal sealed class RestReader
{
    private readonly RestRules _rules;
    private readonly IFetch _fetch;
    private readonly TimeZoneInfo _zone;
    private readonly JsonPath _records;
    private readonly JsonPath _changed;
    private readonly JsonPath _id;
    private readonly SourceTime _time;
    private readonly RestRecords _tickets;

    public RestReader(RestRules rules, IFetch fetch, DateTimeOffset latest)
    {
        (_rules, _fetch, _zone) = (rules, fetch, TimeZoneInfo.FindSystemTimeZoneById(rules.SinceZone));
        (_records, _changed, _id) = (JsonPath.Parse(rules.Shape.Records), JsonPath.Parse(rules.Changed), JsonPath.Parse(rules.Id));
        (_time, _tickets) = (new SourceTime(rules.Shape.Fields, latest), new RestRecords(rules, fetch, latest));
    }

    // Without a place for the last name, records of the same last change are counted.
    private bool KnowsNames => _rules.Query.Contains("{id}", StringComparison.Ordinal);

    /// <exception cref="ServiceTroubleException">The service does not answer as it should now.</exception>
    public async Task<RestPage> ReadAsync(RestCursor cursor, CancellationToken cancellation)
    {
        using var answer = await _fetch.GetAsync(AddressOf(cursor), cancellation);
        var root = answer.Body.RootElement;
        List<JsonElement> records = [.. _records.FindAll(root)];
        var seen = records.ConvertAll(PlaceOf);
        if (cursor.Anchor.Length > 0 && (seen.Count == 0 || seen[0].Id != cursor.Anchor))
        {
            return new RestPage([], [], cursor with { Offset = 0, Anchor = "", Link = null }, false);
        }

        var (tickets, refused) = await _tickets.ReadAsync(records, cancellation);
        return new RestPage(tickets, refused, NextOf(cursor, seen, answer.Next(_rules.Next)), IsLast(records.Count, answer.Next(_rules.Next)));
    }

    /// <summary>One ticket by its number; nothing when the service does not have it.</summary>
    public async Task<RestPage?> ReadOneAsync(string number, CancellationToken cancellation)
    {
        using var answer = await _fetch.GetAsync(new Uri(_rules.Address + _rules.OneQuery.Replace("{number}", Uri.EscapeDataString(number), StringComparison.Ordinal)), cancellation);
        List<JsonElement> records = [.. _records.FindAll(answer.Body.RootElement)];
        var (tickets, refused) = await _tickets.ReadAsync(records, cancellation);
        return records.Count == 0 ? null : new RestPage(tickets, refused, RestCursor.From(default), true);
    }

    private Uri AddressOf(RestCursor cursor) => cursor.Link is { } link ? new Uri(link) : new Uri(_rules.Address + _rules.Query
        .Replace("{since}", Uri.EscapeDataString(Written(cursor.Since)), StringComparison.Ordinal)
        .Replace("{id}", Uri.EscapeDataString(cursor.Id), StringComparison.Ordinal)
        .Replace("{offset}", cursor.Offset.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{limit}", _rules.PageSize.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private string Written(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).ToString(_rules.SinceFormat, CultureInfo.InvariantCulture);

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

    private bool IsLast(int records, string? next) => _rules.Paging == Paging.Link ? next is null : records < _rules.PageSize;

    private RestCursor NextOf(RestCursor cursor, List<(DateTimeOffset? At, string Id)> seen, string? next)
    {
        var last = seen.FindLast(place => place.At is not null);
        return _rules.Paging switch
        {
            Paging.Link => new RestCursor(Later(cursor.Since, seen), "") { Link = next },
            // The last record is asked for again: when it does not come first, records have moved.
            Paging.Offset => cursor with { Offset = seen.Count == 0 ? cursor.Offset : cursor.Offset + seen.Count - 1, Anchor = seen.Count == 0 ? "" : seen[^1].Id },
            _ when last.At is null => cursor,
            _ when last.At < cursor.Since => throw new ServiceTroubleException("The service begins again at the beginning, wherever it is asked to go on from", "Check what is asked for behind the address: {since} belongs there, and the order by the last change"),
            _ when KnowsNames => new RestCursor(last.At.Value, last.Id),
            _ => AmongEqual(cursor, seen, last.At.Value),
        };
    }

    // Records that share what is written of their last change are counted, as long as a page holds nothing else.
    private RestCursor AmongEqual(RestCursor cursor, List<(DateTimeOffset? At, string Id)> seen, DateTimeOffset last) =>
        Written(last) == Written(cursor.Since) && seen.Count == _rules.PageSize
            ? new RestCursor(cursor.Since, "") { Offset = cursor.Offset + seen.Count - 1, Anchor = seen[^1].Id }
            : new RestCursor(last, "");

    private static DateTimeOffset Later(DateTimeOffset since, List<(DateTimeOffset? At, string Id)> seen) =>
        seen.Select(place => place.At).OfType<DateTimeOffset>().Append(since).Max();
}
