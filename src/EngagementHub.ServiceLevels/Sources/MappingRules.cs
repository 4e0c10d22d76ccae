using EngagementHub.ServiceLevels.Sources.Csv;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>How a ticket system's file is to be read: its form, which column says what, and what its states mean.</summary>
internal sealed record MappingRules
{
    /// <summary>What stands between two columns; nothing when each file shows it.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>The name of the encoding; nothing when each file shows it.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>How times are written: "day first", "month first", "year first", or exactly, with a year of four digits, as in "dd-MM-yyyy HH:mm".</summary>
    public string TimeFormat { get; init; } = "yyyy-MM-dd HH:mm";

    public string Zone { get; init; } = "Europe/London";

    /// <summary>What stands where nothing is known; an empty field always means that too.</summary>
    public string Missing { get; init; } = "";

    public string Ticket { get; init; } = "";

    /// <summary>The time of an event, in a file with several rows a ticket; without it each row is one ticket.</summary>
    public string EventTime { get; init; } = "";

    /// <summary>The source's own numbering of a ticket's events; without it they are ordered by time.</summary>
    public string Order { get; init; } = "";

    public string State { get; init; } = "";

    public string Opened { get; init; } = "";

    /// <summary>When a ticket was resolved, in a file with one row a ticket.</summary>
    public string Resolved { get; init; } = "";

    public string Category { get; init; } = "";

    public string Team { get; init; } = "";

    public string Priority { get; init; } = "";

    /// <summary>Why a ticket waits or is void.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The source's own name of an event; without it an event is known by its number, time and state.</summary>
    public string Key { get; init; } = "";

    /// <summary>Says "true" for an event with which somebody answered the requester.</summary>
    public string FirstResponse { get; init; } = "";

    /// <summary>Says "true" for an event that puts right what was told before under the same key.</summary>
    public string Corrects { get; init; } = "";

    /// <summary>The service all tickets belong to, by its short name, unless a rule or a column says otherwise.</summary>
    public string Service { get; init; } = "";

    public string ServiceColumn { get; init; } = "";

    public IReadOnlyList<CategoryRule> ServiceRules { get; init; } = [];

    public IReadOnlyList<StateRule> States { get; init; } = [];

    /// <summary>Whether more is to come: a finished record does not go stale.</summary>
    public bool Live { get; init; } = true;

    public bool HasSeveralRowsATicket => EventTime.Length > 0;

    public IEnumerable<string> Columns => new[] { Ticket, EventTime, Order, State, Opened, Resolved, Category, ServiceColumn, Team, Priority, Reason, Key, FirstResponse, Corrects }.Where(column => column.Length > 0);

    /// <exception cref="BrokenRuleException">The rules do not make a file readable.</exception>
    public void Check()
    {
        CheckReading();
        Refuse(Service.Length == 0 && ServiceColumn.Length == 0 && ServiceRules.Count == 0, "Say which service the tickets belong to", nameof(Service));
        Refuse(State.Length > 0 && States.Count == 0, "Say what each state means", nameof(States));
    }

    /// <summary>Checks what is needed to find the values, whatever they mean.</summary>
    /// <exception cref="BrokenRuleException">The rules do not make a file readable.</exception>
    public void CheckReading()
    {
        Refuse(Ticket.Length == 0, "Name the column that holds the ticket's number", nameof(Ticket));
        Refuse(Delimiter.Length > 1, "The delimiter is one character, for example a comma", nameof(Delimiter));
        _ = Encoding.Length == 0 ? null : FileEncoding.Of(Encoding);
        Refuse(WrittenTime.OrderOf(TimeFormat) is null && (!TimeFormat.Contains("yyyy", StringComparison.Ordinal) || !TimeFormat.Contains("MM", StringComparison.Ordinal) || !TimeFormat.Contains("dd", StringComparison.Ordinal)),
            "Write the time format with dd, MM and a year of four digits, for example dd-MM-yyyy HH:mm", nameof(TimeFormat));
        Refuse(!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _), $"There is no time zone \"{Zone}\": write it like Europe/London", nameof(Zone));
        Refuse(!HasSeveralRowsATicket && Opened.Length == 0, "Name the column with the time of each event or, in a file with one row a ticket, the time it was opened", nameof(EventTime));
        Refuse(HasSeveralRowsATicket && State.Length == 0, "Name the column with the ticket's state", nameof(State));
    }

    private static void Refuse(bool broken, string sentence, string field)
    {
        if (broken)
        {
            throw new BrokenRuleException(sentence, field);
        }
    }
}

/// <summary>Tickets of a category belong to a service.</summary>
internal sealed record CategoryRule(string Category, string Service)
{
    /// <summary>Reads lines such as "Category 45 = network".</summary>
    public static IReadOnlyList<CategoryRule> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    private static CategoryRule ParseLine(string line) => line.LastIndexOf('=') is > 0 and var cut
        ? new CategoryRule(line[..cut].Trim(), line[(cut + 1)..].Trim())
        : throw new BrokenRuleException($"Write \"{line}\" as a category and a service's short name, for example Category 45 = network", nameof(MappingRules.ServiceRules));
}

/// <summary>What a state of the source means to a clock.</summary>
internal sealed record StateRule(string State, Meaning Means)
{
    /// <summary>Reads lines such as "Awaiting User Info = paused".</summary>
    public static IReadOnlyList<StateRule> Parse(string text) =>
        [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    public static Meaning ParseMeaning(string text) => Enum.TryParse<Meaning>(text, ignoreCase: true, out var meaning) && Enum.IsDefined(meaning) && !char.IsDigit(text[0])
        ? meaning
        : throw new BrokenRuleException($"\"{text}\" is not a meaning: choose open, paused, resolved, closed or void", nameof(MappingRules.States));

    public override string ToString() => $"{State} = {Means.ToString().ToLowerInvariant()}";

    private static StateRule ParseLine(string line) => line.LastIndexOf('=') is > 0 and var cut
        ? new StateRule(line[..cut].Trim(), ParseMeaning(line[(cut + 1)..].Trim()))
        : throw new BrokenRuleException($"Write \"{line}\" as a state and its meaning, for example Resolved = resolved", nameof(MappingRules.States));
}
