using EngagementHub.ServiceLevels.Intake;

namespace EngagementHub.ServiceLevels.Sources.Polled;

/// <summary>Reads one kind of ticket system, page by page. Keeps nothing between two pages but the cursor, so that any node can go on from it.</summary>
internal interface ISourceReader
{
    /// <summary>Its name in the database, as in <c>request-tracker</c>.</summary>
    string Kind { get; }

    /// <summary>Its name in words.</summary>
    string Title { get; }

    /// <summary>What its address is to be, for the person who enters it.</summary>
    string AddressHint { get; }

    /// <summary>How the hub may sign in there, in the words of that system; the first is the usual one.</summary>
    IReadOnlyList<WayIn> WaysIn { get; }

    /// <summary>Its own settings to begin with, for one of the ways in; nothing for a reader that has none.</summary>
    /// <exception cref="BrokenRuleException">Something that this way needs is missing.</exception>
    string SettingsFor(WayIn way, Credentials given) => NewSettings;

    /// <summary>Its own settings to begin with; nothing for a reader that has none.</summary>
    string NewSettings => "";

    /// <summary>Seconds between two questions, to begin with.</summary>
    int NewEverySeconds => 20;

    /// <summary>A mapping to begin with; nothing in it is in force before a person has saved it.</summary>
    LiveRules Suggestion { get; }

    /// <summary>Where to begin: with everything, or with what changed since an instant.</summary>
    string CursorFrom(DateTimeOffset? since);

    /// <summary>One page from the cursor on.</summary>
    /// <exception cref="SourceTroubleException">The system does not answer as it should now.</exception>
    Task<SourceReading> ReadAsync(SourceAsk ask, string cursor, CancellationToken cancellation);

    /// <summary>The tickets that changed last, to look at.</summary>
    /// <exception cref="SourceTroubleException">The system does not answer as it should now.</exception>
    Task<SourceReading> LatestAsync(SourceAsk ask, CancellationToken cancellation);

    /// <summary>One ticket; nothing when the hub cannot see it there.</summary>
    /// <exception cref="SourceTroubleException">The system does not answer as it should now.</exception>
    Task<SourceReading?> ReadOneAsync(SourceAsk ask, string number, CancellationToken cancellation);

    /// <summary>The numbers of all tickets in sight, to find those that no longer are; nothing where a system cannot tell.</summary>
    /// <exception cref="SourceTroubleException">The system does not answer as it should now.</exception>
    Task<IReadOnlySet<string>?> NumbersAsync(SourceAsk ask, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>?>(null);

    /// <summary>Tries address, sign-in and rights.</summary>
    /// <returns>What was found, in a sentence.</returns>
    /// <exception cref="SourceTroubleException">Something is not as it should be.</exception>
    Task<string> TestAsync(SourceAsk ask, CancellationToken cancellation);
}

/// <summary>What a reader needs to ask its system.</summary>
/// <param name="Http">Reaches only the addresses that the settings allow.</param>
/// <param name="Address">As entered on the source's page.</param>
/// <param name="Secret">In the clear; never kept or logged.</param>
/// <param name="Settings">The reader's own settings, as it wrote them.</param>
/// <param name="Rules">What its statuses, queues and fields mean.</param>
/// <param name="Now">UTC instant.</param>
internal sealed record SourceAsk(HttpClient Http, Uri Address, string Secret, string Settings, LiveRules Rules, DateTimeOffset Now);

/// <summary>What a page told: reports to take in, what could not be understood, and where to go on.</summary>
internal sealed record SourceReading(IReadOnlyList<TicketReport> Tickets, IReadOnlyList<UnreadTicket> Unread, string Cursor, bool IsLast)
{
    /// <summary>When the newest of it was changed in its system.</summary>
    public DateTimeOffset? NewestChange { get; init; }

    /// <summary>Statuses and field values that were seen, for the page on which they are mapped.</summary>
    public IReadOnlyList<SeenValue> Values { get; init; } = [];
}

/// <summary>A ticket that cannot be taken in as it is: it waits in a list until the mapping says what its value means, or somebody puts it right.</summary>
internal sealed record UnreadTicket(string Number, string Field, string Value, string Reason, string Cure, bool IsUnmapped)
{
    private const int LongestNumber = 80;

    // A number that is too long is what it waits for: the list keeps its beginning.
    public string Number { get; } = Number.Length > LongestNumber ? Number[..LongestNumber] : Number;
}

/// <summary>A value of a status or field, seen in a ticket.</summary>
internal readonly record struct SeenValue(string Field, string Value);

/// <summary>The system does not answer as it should now. What was read stays, and it is asked again.</summary>
internal sealed class SourceTroubleException(string sentence, string cure, bool needsAttention = false, TimeSpan? after = null, bool beginAgain = false) : Exception(sentence)
{
    public string Cure { get; } = cure;

    /// <summary>Whether it stays so until a person does something.</summary>
    public bool NeedsAttention { get; } = needsAttention;

    /// <summary>The system asked to be left alone for so long.</summary>
    public TimeSpan? After { get; } = after;

    /// <summary>The cursor is no longer known there: reading begins again, which changes nothing that is known.</summary>
    public bool BeginAgain { get; } = beginAgain;

    /// <summary>Where to begin then; nothing for the beginning.</summary>
    public string? BeginAt { get; set; }
}
