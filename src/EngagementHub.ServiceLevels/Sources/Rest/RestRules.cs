using System.Text.Json;
using EngagementHub.ServiceLevels.Sources.Json;

namespace EngagementHub.ServiceLevels.Sources.Rest;

/// <summary>How one page leads to the next.</summary>
internal enum Paging
{
    /// <summary>By the time and the name of the last record seen: nothing is skipped when records change in between.</summary>
    Keyset,

    /// <summary>By how many records were seen.</summary>
    Offset,

    /// <summary>By an address that the page itself gives.</summary>
    Link,
}

/// <summary>How the hub makes itself known.</summary>
internal enum SignIn
{
    None,

    /// <summary>A header with the secret in it.</summary>
    Header,

    /// <summary>A token by client credentials, OAuth 2.0 (RFC 6749, 4.4).</summary>
    ClientCredentials,
}

/// <summary>How a web service tells of tickets: its addresses, its pages, where its records and their history stand, and what they mean.</summary>
internal sealed record RestRules
{
    public const int LargestPage = 1000;

    /// <summary>
    /// What is asked for behind it, with {since} and {id} (time and name of the last record seen), {offset} and {limit} in their places.
    /// </summary>
    public string Query { get; init; } = "";

    /// <summary>One ticket with its history, with {number} in its place; nothing when the service has no such address.</summary>
    public string OneQuery { get; init; } = "";

    public Paging Paging { get; init; }

    public int PageSize { get; init; } = 100;

    /// <summary>Where the address of the next page stands, when pages lead on by link; nothing for the header Link.</summary>
    public string Next { get; init; } = "";

    /// <summary>Where a record's last change and its name stand.</summary>
    public string Changed { get; init; } = "";

    public string Id { get; init; } = "";

    /// <summary>How {since} is written, and in which zone.</summary>
    public string SinceFormat { get; init; } = "yyyy-MM-dd HH:mm:ss";

    public string SinceZone { get; init; } = "UTC";

    /// <summary>So much of what was read is read again, for changes that were saved late.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The records, and in them what is the same for all that happened.</summary>
    public JsonShape Shape { get; init; } = new();

    /// <summary>Where a record's history stands: in the record, or in an answer of its own.</summary>
    public HistoryRules? History { get; init; }

    public SignIn SignIn { get; init; }

    /// <summary>The header that carries the secret, and what stands before it there.</summary>
    public string Header { get; init; } = "Authorization";

    public string HeaderPrefix { get; init; } = "Bearer ";

    public string TokenAddress { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string Scope { get; init; } = "";

    /// <summary>Every path in them.</summary>
    internal IEnumerable<string> Paths => Shape.Fields.Columns.Concat([Shape.Records, Next, Changed, Id, History?.Items ?? "", History?.Events ?? "", History?.At ?? "", History?.Id ?? "", History?.From ?? "", History?.To ?? "", History?.Order ?? ""]);

    public static RestRules Parse(string text) => (text.Length == 0 ? null : JsonSerializer.Deserialize<RestRules>(text)) ?? new();

    public string Write() => JsonSerializer.Serialize(this);

    /// <exception cref="BrokenRuleException">The rules do not make a service readable.</exception>
    public void Check()
    {
        Refuse(Query.Length == 0, "Enter what is asked for behind the address", nameof(Query));
        Refuse((Query + OneQuery).Contains("{sla}", StringComparison.Ordinal), "Put the name of the agreement where {sla} stands, also in how one ticket is asked for", nameof(Query));
        Refuse(PageSize is < 1 or > LargestPage, $"Ask for 1 to {LargestPage} records a page", nameof(PageSize));
        Refuse(Paging == Paging.Keyset && (Changed.Length == 0 || Id.Length == 0), "Say where a record's last change and its name stand: pages lead on by them", nameof(Changed));
        Refuse(Paging == Paging.Offset && !Query.Contains("{offset}", StringComparison.Ordinal), "Put {offset} where the number of records seen belongs", nameof(Query));
        CheckClient();
        Refuse(!TimeZoneInfo.TryFindSystemTimeZoneById(SinceZone, out _), $"There is no time zone \"{SinceZone}\"", nameof(SinceZone));
        Refuse(!IsFormat(SinceFormat), "Write it with yyyy, MM and dd, for example yyyy-MM-dd HH:mm:ss", nameof(SinceFormat));
        Refuse(SignIn == SignIn.Header && !IsToken(Header), "Enter the name of a header, for example Authorization", nameof(Header));
        Refuse(History is { } told && (told.At.Length == 0 || told.Id.Length == 0 || told.To.Length == 0), "Say in the history at least at, id and to", nameof(History));
        foreach (var path in Paths)
        {
            _ = JsonPath.Parse(path);
        }

        Shape.Fields.CheckReading();
    }

    /// <exception cref="BrokenRuleException">No token can be fetched.</exception>
    public void CheckClient() =>
        Refuse(SignIn == SignIn.ClientCredentials && (!IsAddress(TokenAddress) || ClientId.Length == 0), "Enter the address that gives tokens and the client's name", nameof(TokenAddress));

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static bool IsFormat(string format) => format.Contains("yyyy", StringComparison.Ordinal) && format.Contains("MM", StringComparison.Ordinal) && format.Contains("dd", StringComparison.Ordinal);

    private static bool IsToken(string header) => header.Length > 0 && header.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static void Refuse(bool broken, string sentence, string field)
    {
        if (broken)
        {
            throw new BrokenRuleException(sentence, field);
        }
    }
}

/// <summary>Where what happened to a ticket is told, event by event.</summary>
internal sealed record HistoryRules
{
    /// <summary>Asked for each ticket, with {id} and {number} in their places; nothing when the history lies in the record.</summary>
    public string Query { get; init; } = "";

    /// <summary>Where the history's entries stand.</summary>
    public string Items { get; init; } = "";

    /// <summary>Where in an entry its changes of state stand; nothing when the entry is one.</summary>
    public string Events { get; init; } = "";

    /// <summary>In an entry: when it happened, and its name.</summary>
    public string At { get; init; } = "";

    public string Id { get; init; } = "";

    /// <summary>In a change: the state before and after it.</summary>
    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>In an entry: the source's own numbering, when it has one.</summary>
    public string Order { get; init; } = "";
}
