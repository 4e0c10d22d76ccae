using System.Globalization;
using System.Text.RegularExpressions;
using EngagementHub.ServiceLevels.Tickets;

namespace EngagementHub.ServiceLevels.Sources;

/// <summary>Understands what a source tells of a ticket by a mapping's rules, whatever it is written in: a row of a file, or a record of a web service.</summary>
internal sealed partial class RecordReader(MappingRules rules, DateTimeOffset latest)
{
    private const int LongestName = 80;
    private const int LongestText = 200;
    private readonly SourceTime _time = new(rules, latest);
    private readonly Dictionary<string, Meaning> _meanings = rules.States.DistinctBy(state => state.State.ToUpperInvariant()).ToDictionary(state => state.State, state => state.Means, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _services = rules.ServiceRules.DistinctBy(rule => rule.Category.ToUpperInvariant()).ToDictionary(rule => rule.Category, rule => rule.Service, StringComparer.OrdinalIgnoreCase);

    /// <param name="fields">Gives the text of a field by its name, or nothing.</param>
    /// <param name="line">Where it stands in a file; 0 elsewhere.</param>
    /// <exception cref="RejectedRowException">The record cannot be taken; it says which field, why, and what would be right.</exception>
    public LogRow Read(Func<string, string?> fields, long line)
    {
        var record = new Fields(rules, fields);
        var opened = record.Optional(rules.Opened) is { } text ? _time.Read(text, rules.Opened) : (DateTimeOffset?)null;
        var about = new About(Fitting(record, rules.Category, LongestText), Fitting(record, rules.Team, LongestText), Fitting(record, rules.Priority, LongestName), Fitting(record, rules.Reason, LongestText), IsTrue(record, rules.FirstResponse));
        var events = rules.HasSeveralRowsATicket ? [EventOf(record, opened, about)] : EventsOf(record, opened, about);
        return new LogRow(line, NumberOf(record), opened, about.Category, ServiceOf(record, about.Category), events) { Corrects = IsTrue(record, rules.Corrects) };
    }

    /// <summary>A change of state that a history tells apart from its ticket.</summary>
    /// <exception cref="RejectedRowException">The change cannot be understood.</exception>
    public TicketEvent Change(string key, string at, string order, string state, LogRow ticket) =>
        Change(key, _time.Read(at.Length > 0 ? at : throw Fields.Missing(rules.EventTime), rules.EventTime), OrderOf(order), state, ticket);

    public TicketEvent Change(string key, DateTimeOffset at, long order, string state, LogRow ticket)
    {
        var about = ticket.Events[^1];
        return new TicketEvent(key, at, order, Fitting(state, rules.State, LongestName), MeaningOf(state)) { Category = about.Category, Team = about.Team, Priority = about.Priority };
    }

    private string NumberOf(Fields record)
    {
        var number = Fitting(record.Needed(rules.Ticket), rules.Ticket, LongestName);
        return !Shortened().IsMatch(number) ? number
            : throw new RejectedRowException(rules.Ticket, $"\"{number}\" is a number that a spreadsheet has shortened", "Give the column the format of text and save the file again from the source");
    }

    private TicketEvent EventOf(Fields record, DateTimeOffset? opened, About about)
    {
        var at = _time.Read(record.Needed(rules.EventTime), rules.EventTime);
        var state = Fitting(record.Needed(rules.State), rules.State, LongestName);
        var meaning = MeaningOf(state);
        var order = Fitting(record, rules.Order, LongestName);
        RefuseEndBeforeBeginning(meaning, at, opened, rules.EventTime);
        var key = Fitting(record, rules.Key, LongestText);
        return about.Event(key.Length > 0 ? key : $"{order}|{at.UtcTicks / TimeSpan.TicksPerSecond}|{state}", at, OrderOf(order), state, meaning);
    }

    private TicketEvent[] EventsOf(Fields record, DateTimeOffset? opened, About about)
    {
        var start = opened ?? throw Fields.Missing(rules.Opened);
        var state = Fitting(record, rules.State, LongestName);
        var meaning = state.Length > 0 ? MeaningOf(state) : Meaning.Open;
        var first = about.Event("opened", start, 0, "Opened", Meaning.Open);
        if (record.Optional(rules.Resolved) is { } text)
        {
            var done = _time.Read(text, rules.Resolved);
            RefuseEndBeforeBeginning(Meaning.Resolved, done, opened, rules.Resolved);
            return [first, about.Event("resolved", done, 1, state.Length > 0 ? state : "Resolved", meaning == Meaning.Void ? Meaning.Void : Meaning.Resolved)];
        }

        return meaning switch
        {
            Meaning.Open => [first],
            Meaning.Void or Meaning.Paused => [first, about.Event(state, start, 1, state, meaning)],
            _ => throw new RejectedRowException(rules.Resolved, $"The ticket is {state} and has no time of resolution", "Give the time it was resolved"),
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
        : throw new RejectedRowException(rules.State, $"Nothing says what the state \"{state}\" means", "Add the state to the mapping") { Unmapped = state };

    private long OrderOf(string order) => order.Length == 0 ? 0
        : long.TryParse(order, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RejectedRowException(rules.Order, $"\"{order}\" is not a whole number", "Choose a column that numbers a ticket's events, in plain digits");

    private string ServiceOf(Fields record, string category) =>
        _services.TryGetValue(category, out var byCategory) ? byCategory
        : record.Optional(rules.ServiceColumn) is { } named ? named
        : rules.Service.Length > 0 ? rules.Service
        : throw new RejectedRowException(rules.ServiceColumn.Length > 0 ? rules.ServiceColumn : rules.Category, "Nothing says which service the ticket belongs to", "Add a rule for the category to the mapping, or a service for all") { Unmapped = category };

    private static bool IsTrue(Fields record, string name) => record.Optional(name) is { } text && (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase));

    private static string Fitting(Fields record, string column, int most) => Fitting(record.Optional(column) ?? "", column, most);

    private static string Fitting(string text, string column, int most) => text.Length <= most ? text
        : throw new RejectedRowException(column, $"The value has {Say.Count(text.Length, "character")}, and {most} is the most", "Shorten the value, or choose the column that is meant");

    [GeneratedRegex(@"^\d+([.,]\d+)?[eE]\+?\d+$")]
    private static partial Regex Shortened();

    /// <summary>What a record says beside what happened.</summary>
    private sealed record About(string Category, string Team, string Priority, string Reason, bool IsFirstResponse)
    {
        public TicketEvent Event(string key, DateTimeOffset at, long order, string state, Meaning meaning) =>
            new(key, at, order, state, meaning) { Category = Category, Team = Team, Priority = Priority, Reason = Reason, IsFirstResponse = IsFirstResponse };
    }

    private readonly record struct Fields(MappingRules Rules, Func<string, string?> Values)
    {
        public string Needed(string name) => Optional(name) ?? throw Missing(name);

        public string? Optional(string name)
        {
            var text = name.Length == 0 ? "" : Values(name)?.Trim() ?? "";
            return text.Length == 0 || text == Rules.Missing ? null : text;
        }

        public static RejectedRowException Missing(string name) => new(name, "The value is missing", "Give the value, or leave the row out");
    }
}
