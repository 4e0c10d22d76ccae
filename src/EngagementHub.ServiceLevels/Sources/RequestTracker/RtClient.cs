using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Polled;

namespace EngagementHub.ServiceLevels.Sources.RequestTracker;

/// <summary>Asks Request Tracker over REST 2. Addresses are built here and never taken from an answer: the token goes to the address that was entered and nowhere else.</summary>
internal sealed class RtClient(SourceAsk ask)
{
    /// <summary>RT gives no more, and 20 to whoever asks for more.</summary>
    public const int PageSize = 100;

    private const string TicketFields = "id,EffectiveId,Type,Status,Queue,Created,LastUpdated,CustomFields,Requestor";
    private const string Events = "(Type = 'Create' OR Type = 'Status' OR Type = 'CustomField' OR Type = 'Correspond' OR (Type = 'Set' AND Field = 'Queue') OR (Type = 'AddLink' AND Field = 'MergedInto'))";

    // A date with T or Z in it is silently read as midnight.
    public static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public Task<IReadOnlyList<RtTicket>> ChangedAsync(DateTimeOffset since, long after, CancellationToken cancellation) =>
        TicketsAsync($"LastUpdated > '{Written(since)}' OR (LastUpdated = '{Written(since)}' AND id > {after})", "LastUpdated", "ASC", PageSize, cancellation);

    public Task<IReadOnlyList<RtTicket>> LatestAsync(int most, CancellationToken cancellation) => TicketsAsync("id > 0", "LastUpdated", "DESC", most, cancellation);

    public Task<IReadOnlyList<RtTicket>> FromIdAsync(long after, CancellationToken cancellation) => TicketsAsync($"id > {after}", "id", "ASC", PageSize, cancellation);

    /// <summary>Whether a ticket is found by its last change, or has changed since.</summary>
    public async Task<bool> ReadsUtcAsync(RtTicket ticket, CancellationToken cancellation) =>
        (await TicketsAsync($"id = {ticket.Id} AND LastUpdated >= '{Written(ticket.LastUpdated)}'", "id", "ASC", 1, cancellation)).Count == 1
            && (await TicketsAsync($"id = {ticket.Id} AND LastUpdated > '{Written(ticket.LastUpdated)}'", "id", "ASC", 1, cancellation)).All(row => row.LastUpdated > ticket.LastUpdated);

    // To name EffectiveId is what shows merged tickets; deleted ones no search shows, so they are asked for one by one.
    public async Task<IReadOnlyList<RtTicket>> NamedAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        List<RtTicket> found = [];
        foreach (var some in ids.Chunk(PageSize))
        {
            found.AddRange(await TicketsAsync($"({string.Join(" OR ", some.Select(id => $"id = {id}"))}) AND EffectiveId > 0", "id", "ASC", PageSize, cancellation));
        }

        foreach (var id in ids.Except(found.Select(ticket => ticket.Id)).ToList())
        {
            if (await GetAsync($"ticket/{id}", cancellation) is { } body)
            {
                found.Add(RtTicket.Of(body));
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<RtTransaction>> HistoryAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? [] : await AllTransactionsAsync($"({string.Join(" OR ", ids.Select(id => $"ObjectId = {id}"))}) AND {Events}", cancellation);

    /// <summary>Deletions and mergers, which no search for tickets shows.</summary>
    public Task<IReadOnlyList<RtTransaction>> GoneAsync(DateTimeOffset since, long after, CancellationToken cancellation) =>
        TransactionsAsync($"((Type = 'Status' AND NewValue = 'deleted') OR (Type = 'AddLink' AND Field = 'MergedInto')) AND Created > '{Written(since)}'", after, cancellation);

    public async Task<IReadOnlyDictionary<string, string>> QueuesAsync(CancellationToken cancellation)
    {
        Dictionary<string, string> queues = [];
        for (var page = 1; ; page++)
        {
            var items = Items(await GetAsync($"queues/all?fields=Name&per_page={PageSize}&page={page}", cancellation) ?? throw Strange());
            foreach (var queue in items)
            {
                queues[Rt.Text(queue, "id")] = Rt.Text(queue, "Name");
            }

            if (items.Count == 0)
            {
                return queues;
            }
        }
    }

    public async Task<string> VersionAsync(CancellationToken cancellation) => Rt.Text(await GetAsync("rt", cancellation) ?? throw NotThere(), "Version");

    private async Task<IReadOnlyList<RtTicket>> TicketsAsync(string query, string by, string order, int most, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("query", query), new("fields", TicketFields), new("fields[Queue]", "Name"), new("orderby", by), new("order", order),
            new("orderby", "id"), new("order", order), new("per_page", most.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. Items(await PostAsync("tickets", form, cancellation)).Select(RtTicket.Of).Where(ticket => ticket.Type is "ticket" or "")];
    }

    // Rows that the user may not see are left out of a page: only an empty one is the last.
    private async Task<IReadOnlyList<RtTransaction>> AllTransactionsAsync(string query, CancellationToken cancellation)
    {
        List<RtTransaction> all = [];
        while (true)
        {
            var page = await TransactionsAsync(query, all.Count == 0 ? 0 : all[^1].Id, cancellation);
            if (page.Count == 0)
            {
                return all;
            }

            all.AddRange(page);
        }
    }

    private async Task<IReadOnlyList<RtTransaction>> TransactionsAsync(string query, long after, CancellationToken cancellation)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("query", $"ObjectType = 'RT::Ticket' AND {query} AND id > {after}"), new("fields", "ObjectId,Type,Field,OldValue,NewValue,Created,Creator"),
            new("orderby", "id"), new("order", "ASC"), new("per_page", PageSize.ToString(CultureInfo.InvariantCulture)),
        ];
        return [.. Items(await PostAsync("transactions", form, cancellation)).Select(RtTransaction.Of)];
    }

    private async Task<JsonElement> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(path)) { Content = new FormUrlEncodedContent(form) };
        return await SendAsync(request, cancellation) ?? throw NotThere();
    }

    private async Task<JsonElement?> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(path));
        return await SendAsync(request, cancellation);
    }

    private Uri AddressOf(string path) => new($"{ask.Address.AbsoluteUri.TrimEnd('/')}/REST/2.0/{path}");

    private async Task<JsonElement?> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        // A colon stands in a user's name and password, never in a token.
        request.Headers.Authorization = ask.Secret.Contains(':', StringComparison.Ordinal)
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(ask.Secret)))
            : new AuthenticationHeaderValue("token", ask.Secret);
        try
        {
            using var response = await ask.Http.SendAsync(request, cancellation);
            return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden && request.Method == HttpMethod.Get ? null : await ReadAsync(response, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SourceTroubleException($"Request Tracker did not answer within {ask.Http.Timeout.TotalSeconds:0} seconds", "Look whether it is up. It is asked again by itself");
        }
        catch (HttpRequestException e) when (e.InnerException is SourceTroubleException refused)
        {
            throw new SourceTroubleException(refused.Message, refused.Cure, refused.NeedsAttention);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new SourceTroubleException($"Request Tracker cannot be reached: {e.Message}", "Look whether it is up, and whether its address and certificate are right. It is asked again by itself");
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var text = await response.Content.ReadAsStringAsync(cancellation);
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            throw status switch
            {
                401 => new SourceTroubleException("Request Tracker does not accept the hub's token (401)", "Make a new token in Request Tracker for the hub's user, who needs the right ManageAuthTokens, and enter it here", needsAttention: true),
                403 => new SourceTroubleException("Request Tracker does not let the hub read this (403)", "Give the hub's user the rights SeeQueue, ShowTicket and SeeCustomField on each queue", needsAttention: true),
                404 => NotThere(),
                400 => new SourceTroubleException($"Request Tracker did not understand what it was asked (400): {MessageOf(text)}", "This is a fault of the hub or a version of Request Tracker it does not know: tell whoever looks after the hub", needsAttention: true),
                429 or 503 => new SourceTroubleException($"Request Tracker asks to be left alone for a while ({status})", "It is asked again by itself", after: After(response)),
                >= 300 and < 400 => new SourceTroubleException($"Request Tracker points to another address ({status})", "Enter the address it has now; the hub does not follow by itself", needsAttention: true),
                _ => new SourceTroubleException($"Request Tracker failed ({status})", "Look whether it is up and what its log says. It is asked again by itself", after: After(response)),
            };
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Strange();
        }
    }

    private static string MessageOf(string text) => text.Length > 300 ? text[..300] : text;

    private static SourceTroubleException NotThere() => new("There is no Request Tracker 5 at that address (404)", "Check the address: it is the one that people open, without /REST/2.0", needsAttention: true);

    private static SourceTroubleException Strange() => new("The answer is not what Request Tracker says, perhaps a page to sign in or of a proxy", "Open the address with /REST/2.0/rt behind it on the hub's server and see what answers");

    private static TimeSpan? After(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } when until - (response.Headers.Date ?? until) is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static List<JsonElement> Items(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? [.. items.EnumerateArray()] : throw Strange();
}
