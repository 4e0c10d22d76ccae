using System.Globalization;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Understands rows of a file by a mapping's rules.</summary>
internal sealed class RowReader
{
    private const int LongestName = 80;
    private const int LongestText = 200;
    private readonly MappingRules _rules;
    private readonly SourceTime _time;
    private readonly string[] _heading;
    private readonly Dictionary<string, int> _columns;
    private readonly Dictionary<string, Meaning> _meanings;
    private readonly Dictionary<string, string> _services;

    /// <exception cref="BrokenRuleException">The file lacks a column that the mapping names.</exception>
    public RowReader(MappingRules rules, string[] heading, DateTimeOffset now)
    {
        (_rules, _heading, _time) = (rules, heading, new SourceTime(rules, now));
        _columns = heading.Index().DistinctBy(column => column.Item.Trim()).ToDictionary(column => column.Item.Trim(), column => column.Index, StringComparer.OrdinalIgnoreCase);
        _meanings = rules.States.DistinctBy(state => state.State.ToUpperInvariant()).ToDictionary(state => state.State, state => state.Means, StringComparer.OrdinalIgnoreCase);
        _services = rules.ServiceRules.DistinctBy(rule => rule.Category.ToUpperInvariant()).ToDictionary(rule => rule.Category, rule => rule.Service, StringComparer.OrdinalIgnoreCase);
        if (rules.Columns.FirstOrDefault(column => !_columns.ContainsKey(column)) is { } missing)
        {
            throw new BrokenRuleException($"The file has no column \"{missing}\". It has {string.Join(", ", heading.Take(12))}{(heading.Length > 12 ? ", …" : "")}. Choose the mapping made for this file, or check its delimiter");
        }
    }

    /// <exception cref="RejectedRowException">The row cannot be taken; it says which column, why, and what would be right.</exception>
    public LogRow Read(string[] row, long line)
    {
        if (row.Length != _heading.Length)
        {
            throw new RejectedRowException("", $"The row has {row.Length} columns and the heading {_heading.Length}", "Put text that holds the delimiter in quotation marks");
        }

        var opened = Optional(row, _rules.Opened) is { } text ? _time.Read(text, _rules.Opened) : (DateTimeOffset?)null;
        var category = Fitting(Optional(row, _rules.Category) ?? "", _rules.Category, LongestText);
        var events = _rules.HasSeveralRowsATicket ? [EventOf(row, opened, category)] : EventsOf(row, opened, category);
        return new LogRow(line, Fitting(Needed(row, _rules.Ticket), _rules.Ticket, LongestName), opened, category, ServiceOf(row, category), events);
    }

    private TicketEvent EventOf(string[] row, DateTimeOffset? opened, string category)
    {
        var at = _time.Read(Needed(row, _rules.EventTime), _rules.EventTime);
        var state = Fitting(Needed(row, _rules.State), _rules.State, LongestName);
        var meaning = MeaningOf(state);
        var order = Fitting(Optional(row, _rules.Order) ?? "", _rules.Order, LongestName);
        RefuseEndBeforeBeginning(meaning, at, opened, _rules.EventTime);
        return new TicketEvent($"{order}|{at.UtcTicks / TimeSpan.TicksPerSecond}|{state}", at, OrderOf(order), state, meaning) { Category = category };
    }

    private TicketEvent[] EventsOf(string[] row, DateTimeOffset? opened, string category)
    {
        var start = opened ?? throw Missing(_rules.Opened);
        var state = Fitting(Optional(row, _rules.State) ?? "", _rules.State, LongestName);
        var meaning = state.Length > 0 ? MeaningOf(state) : Meaning.Open;
        var first = new TicketEvent("opened", start, 0, "Opened", Meaning.Open) { Category = category };
        if (Optional(row, _rules.Resolved) is { } text)
        {
            var done = _time.Read(text, _rules.Resolved);
            RefuseEndBeforeBeginning(Meaning.Resolved, done, opened, _rules.Resolved);
            return [first, new TicketEvent("resolved", done, 1, state.Length > 0 ? state : "Resolved", meaning == Meaning.Void ? Meaning.Void : Meaning.Resolved) { Category = category }];
        }

        return meaning switch
        {
            Meaning.Open => [first],
            Meaning.Void or Meaning.Paused => [first, new TicketEvent(state, start, 1, state, meaning) { Category = category }],
            _ => throw new RejectedRowException(_rules.Resolved, $"The ticket is {state} and has no time of resolution", "Give the time it was resolved"),
        };
    }

    private static void RefuseEndBeforeBeginning(Meaning meaning, DateTimeOffset at, DateTimeOffset? opened, string column)
    {
        if (meaning is Meaning.Resolved or Meaning.Closed && at < opened)
        {
            throw new RejectedRowException(column, "The ticket is closed before it was opened", "Correct one of the two times");
        }
    }

    private Meaning MeaningOf(string state) => _meanings.TryGetValue(state, out var meaning) ? meaning
        : throw new RejectedRowException(_rules.State, $"Nothing says what the state \"{state}\" means", "Add the state to the mapping");

    private long OrderOf(string order) => order.Length == 0 ? 0
        : long.TryParse(order, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RejectedRowException(_rules.Order, $"\"{order}\" is not a number", "Choose a column that numbers a ticket's events");

    private string ServiceOf(string[] row, string category) =>
        _services.TryGetValue(category, out var byCategory) ? byCategory
        : Optional(row, _rules.ServiceColumn) is { } named ? named
        : _rules.Service.Length > 0 ? _rules.Service
        : throw new RejectedRowException(_rules.ServiceColumn.Length > 0 ? _rules.ServiceColumn : _rules.Category, "Nothing says which service the ticket belongs to", "Add a rule for the category to the mapping, or a service for all");

    private string Needed(string[] row, string column) => Optional(row, column) ?? throw Missing(column);

    private string? Optional(string[] row, string column)
    {
        var text = column.Length == 0 ? "" : row[_columns[column]].Trim();
        return text.Length == 0 || text == _rules.Missing ? null : text;
    }

    private static string Fitting(string text, string column, int most) => text.Length <= most ? text
        : throw new RejectedRowException(column, $"The value has {Say.Count(text.Length, "character")}, and {most} is the most", "Shorten the value, or choose the column that is meant");

    private static RejectedRowException Missing(string column) => new(column, "The value is missing", "Give the value, or leave the row out");
}
