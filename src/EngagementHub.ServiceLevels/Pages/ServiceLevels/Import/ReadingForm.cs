using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Csv;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Import;

/// <summary>How a file is read, as it is chosen on the page.</summary>
internal sealed class ReadingForm
{
    public string? Title { get; set; }

    public string? Encoding { get; set; }

    public string? Delimiter { get; set; }

    public string? TimeFormat { get; set; }

    public string? Zone { get; set; }

    public string? Missing { get; set; }

    public string? Ticket { get; set; }

    public string? EventTime { get; set; }

    public string? Order { get; set; }

    public string? State { get; set; }

    public string? Opened { get; set; }

    public string? Resolved { get; set; }

    public string? Category { get; set; }

    public string? Team { get; set; }

    public string? Priority { get; set; }

    public string? Service { get; set; }

    public string? ServiceColumn { get; set; }

    public List<StateChoice> States { get; set; } = [];

    public bool Live { get; set; }

    public static ReadingForm Of(FileReading reading, MappingRules? saved, string title) => new()
    {
        Title = title,
        Encoding = saved?.Encoding,
        Delimiter = saved is null ? null : NameOf(saved.Delimiter),
        TimeFormat = reading.Rules.TimeFormat,
        Zone = reading.Rules.Zone,
        Missing = reading.Rules.Missing,
        Ticket = reading.Rules.Ticket,
        EventTime = reading.Rules.EventTime,
        Order = reading.Rules.Order,
        State = reading.Rules.State,
        Opened = reading.Rules.Opened,
        Resolved = reading.Rules.Resolved,
        Category = reading.Rules.Category,
        Team = reading.Rules.Team,
        Priority = reading.Rules.Priority,
        Service = reading.Rules.Service,
        ServiceColumn = reading.Rules.ServiceColumn,
        Live = saved?.Live ?? true,
    };

    /// <summary>The rules as chosen; what the page does not show stays as it was saved.</summary>
    public MappingRules Rules(MappingRules? saved) => (saved ?? new MappingRules()) with
    {
        Encoding = Encoding ?? "",
        Delimiter = Delimiter == "tab" ? "\t" : Delimiter ?? "",
        TimeFormat = TimeFormat ?? "",
        Zone = Zone?.Trim() ?? "",
        Missing = Missing ?? "",
        Ticket = Ticket ?? "",
        EventTime = EventTime ?? "",
        Order = Order ?? "",
        State = State ?? "",
        Opened = Opened ?? "",
        Resolved = Resolved ?? "",
        Category = Category ?? "",
        Team = Team ?? "",
        Priority = Priority ?? "",
        Service = Service ?? "",
        ServiceColumn = ServiceColumn ?? "",
        States = StatesOf(saved),
        Live = Live,
    };

    private IReadOnlyList<StateRule> StatesOf(MappingRules? saved)
    {
        var chosen = States.Where(choice => choice is { State: not null, Means: not null }).Select(choice => new StateRule(choice.State!, StateRule.ParseMeaning(choice.Means!))).ToList();
        var before = saved?.States.Where(rule => !States.Exists(choice => string.Equals(choice.State, rule.State, StringComparison.OrdinalIgnoreCase))) ?? [];
        return [.. before, .. chosen];
    }

    private static string NameOf(string delimiter) => delimiter == "\t" ? "tab" : delimiter;
}

/// <summary>What a state of the file means, as it is chosen on the page.</summary>
internal sealed class StateChoice
{
    public string? State { get; set; }

    public string? Means { get; set; }

    public int Rows { get; set; }

    public static StateChoice Of(string state, int rows, IReadOnlyList<StateRule> rules) => new()
    {
        State = state,
        Rows = rows,
        Means = rules.FirstOrDefault(rule => string.Equals(rule.State, state, StringComparison.OrdinalIgnoreCase))?.Means.ToString().ToLowerInvariant(),
    };
}
