using EngagementHub.Conversation.Codes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation.Transparency;

/// <summary>One month of moderation as readers see it, made from the log.</summary>
internal sealed record ModerationMonth(DateOnly First)
{
    /// <summary>As many months, the latest first, as a reader can take in.</summary>
    private const int Most = 120;

    public Figure Received { get; private init; }

    public Figure Published { get; private init; }

    public Figure Declined { get; private init; }

    public IReadOnlyList<(string Clause, Figure Count)> DeclinedUnder { get; private init; } = [];

    public Figure Redacted { get; private init; }

    public int Halted { get; private init; }

    public Figure Flags { get; private init; }

    public Figure Appeals { get; private init; }

    public Figure Upheld { get; private init; }

    public Figure Dismissed { get; private init; }

    public int Decided { get; private init; }

    /// <summary>Working hours; nothing when too few were decided to say.</summary>
    public double? Median { get; private init; }

    public int? PercentInTime { get; private init; }

    /// <summary>How often two people opened a withheld name. Always shown: it is the count that was promised.</summary>
    public int Unsealed { get; private init; }

    public static async Task<IReadOnlyList<ModerationMonth>> LoadAsync(HubDb db, Target target, string zone, DateOnly today, CancellationToken cancellation)
    {
        var begun = await db.Comments.Select(c => (DateOnly?)c.Day).MinAsync(cancellation) ?? today;
        var (first, last) = (new DateOnly(begun.Year, begun.Month, 1), new DateOnly(today.Year, today.Month, 1));
        var log = await ModerationLog.LoadAsync(db, first, zone, cancellation);
        var codes = await CodeHistory.LoadAsync(db, cancellation);
        return [.. Enumerable.Range(0, Math.Max(0, ((last.Year - first.Year) * 12) + last.Month - first.Month) + 1).Select(i => last.AddMonths(-i)).Where(log.HasAnything).Take(Most).Select(m => Of(m, log, target, codes))];
    }

    private static ModerationMonth Of(DateOnly month, ModerationLog log, Target target, CodeHistory codes)
    {
        var decided = log.Decided.Where(d => d.Month == month).ToList();
        var under = decided.Where(d => d.Kind == DecisionKind.Declined).GroupBy(d => codes.Of(d.Code).Clause(d.Clause).Heading).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, Count: g.Count())).ToList();
        var (declined, parts) = SmallNumbers.Of([.. under.Select(u => u.Count)]);
        var (appeals, outcomes) = SmallNumbers.Of([log.Upheld(month), log.Dismissed(month)]);
        var (received, published) = (log.Received(month), decided.Count(d => d.Kind == DecisionKind.Approved));
        return new ModerationMonth(month)
        {
            Received = SmallNumbers.Of(received),
            Published = Beside(SmallNumbers.Of(published), declined, received, decided.Count),
            Declined = declined,
            DeclinedUnder = [.. under.Select((u, i) => (u.Key, parts[i]))],
            Redacted = SmallNumbers.Of(log.Redacted(month)),
            Halted = log.Halted(month),
            Unsealed = log.Opened(month),
            Flags = SmallNumbers.Of(log.Flags(month)),
            Appeals = appeals,
            Upheld = outcomes[0],
            Dismissed = outcomes[1],
            Decided = decided.Count,
            Median = decided.Count < SmallNumbers.Least ? null : MedianOf([.. decided.Select(d => target.Worked(d.Day, d.At).TotalHours).Order()]),
            PercentInTime = decided.Count < SmallNumbers.Least ? null : (int)Math.Round(100.0 * decided.Count(d => target.IsMet(d.Day, d.At)) / decided.Count, MidpointRounding.AwayFromZero),
        };
    }

    // Where nearly everything was published, the few declined would follow from the difference to what was received, or to all decisions, which stand beside the share in time.
    internal static Figure Beside(Figure published, Figure declined, params IEnumerable<int> totals) =>
        published.IsShown && !declined.IsShown && totals.Any(t => t - published.Count is > 0 and < SmallNumbers.Least) ? published with { IsLeftOut = true } : published;

    private static double MedianOf(double[] sorted) => Math.Round((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, 1, MidpointRounding.AwayFromZero);
}
