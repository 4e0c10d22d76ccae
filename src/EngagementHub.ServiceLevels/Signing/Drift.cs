using EngagementHub.ServiceLevels.Figures;

namespace EngagementHub.ServiceLevels.Signing;

/// <summary>What is known now beside what was signed: the two figures, and every ticket that makes the difference.</summary>
internal sealed record Drift(SignedMonth Signed, MonthInHand Now, IReadOnlyList<Moved> Tickets)
{
    public MonthFigure? Figure => Now.Figure;

    public bool FigureMoved => Figure is null || Differ(Signed.Figure, Figure);

    public bool IsNone => Tickets.Count == 0 && !FigureMoved;

    public int CountingOtherwise => Tickets.Count(ticket => ticket.CountsOtherwise);

    /// <summary>How many tickets moved for which kind of cause, the most frequent first.</summary>
    public IEnumerable<(string Kind, int Count)> Causes =>
        Tickets.GroupBy(ticket => ticket.Cause.Kind).Select(group => (group.Key, group.Count())).OrderByDescending(cause => cause.Item2).ThenBy(cause => cause.Key);

    public static bool Differ(MonthFigure signed, MonthFigure live) =>
        (signed.Value, signed.N, signed.Older, signed.Figure.Met, signed.Figure.Missed + signed.Figure.OpenAndLate) != (live.Value, live.N, live.Older, live.Figure.Met, live.Figure.Missed + live.Figure.OpenAndLate);
}
