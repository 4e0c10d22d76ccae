using System.Globalization;
using EngagementHub.ServiceLevels.Figures;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>A month's counts: all that its figure is worked out from.</summary>
internal sealed record FrozenTally
{
    public int Met { get; init; }

    public int Missed { get; init; }

    public int OpenAndLate { get; init; }

    public int NotYetDue { get; init; }

    public int Void { get; init; }

    /// <summary>For a backlog: how many were older than promised.</summary>
    public int Older { get; init; }

    /// <summary>How many took how long, as in "0=12 1=40": working days, or hours where hours are promised.</summary>
    public string Lengths { get; init; } = "";

    /// <summary>What was open in all when the month was signed, how much of it late, and how old the oldest was in working days.</summary>
    public int BacklogOpen { get; init; }

    public int BacklogLate { get; init; }

    public int BacklogOldest { get; init; }

    public Figure Figure => new(Met, Missed, OpenAndLate, NotYetDue, Void) { Spread = new Spread(Lengths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Counted)) };

    public static FrozenTally Of(MonthFigure month, Backlog backlog) => new()
    {
        BacklogOpen = backlog.Open,
        BacklogLate = backlog.OpenAndLate,
        BacklogOldest = backlog.Oldest?.WorkingDays ?? 0,
        Met = month.Figure.Met,
        Missed = month.Figure.Missed,
        OpenAndLate = month.Figure.OpenAndLate,
        NotYetDue = month.Figure.NotYetDue,
        Void = month.Figure.Void,
        Older = month.Older,
        Lengths = string.Join(' ', month.Figure.Spread.Counts.Select(some => string.Create(CultureInfo.InvariantCulture, $"{some.Length}={some.Count}"))),
    };

    public IEnumerable<string> Lines() =>
    [
        Line("met", Met), Line("missed", Missed), Line("open-and-late", OpenAndLate), Line("not-yet-due", NotYetDue), Line("void", Void), Line("older", Older), $"lengths: {Lengths}",
        Line("backlog-open", BacklogOpen), Line("backlog-late", BacklogLate), Line("backlog-oldest", BacklogOldest),
    ];

    private static string Line(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name}: {count}");

    private static KeyValuePair<int, long> Counted(string entry)
    {
        var mark = entry.IndexOf('=', StringComparison.Ordinal);
        return new(int.Parse(entry.AsSpan(0, mark), CultureInfo.InvariantCulture), long.Parse(entry.AsSpan(mark + 1), CultureInfo.InvariantCulture));
    }
}
