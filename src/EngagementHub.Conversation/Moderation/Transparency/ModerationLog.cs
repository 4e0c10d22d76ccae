using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation.Transparency;

/// <summary>A decision that stands, with the day on which its comment came.</summary>
internal sealed record LoggedDecision(DateOnly Month, DecisionKind Kind, DateTimeOffset At, DateOnly Day, Guid Code, int? Clause);

/// <summary>What the log says of a stretch of months. What was undone within its five minutes is not counted; of a comment decided twice the first decision tells how long its writer waited.</summary>
internal sealed class ModerationLog
{
    private readonly ILookup<DateOnly, int> _received;
    private readonly List<(DateOnly Month, DecisionKind Kind)> _others;
    private readonly List<DateOnly> _halts;
    private readonly List<DateOnly> _openings;
    private readonly List<DateOnly> _flags;
    private readonly List<(DateOnly Month, AppealOutcome Outcome)> _appeals;

    private ModerationLog(List<LoggedDecision> decided, List<(DateOnly Month, DecisionKind Kind)> others, ILookup<DateOnly, int> received, (List<DateOnly> Halts, List<DateOnly> Openings, List<DateOnly> Flags, List<(DateOnly Month, AppealOutcome Outcome)> Appeals) rest) =>
        (Decided, _others, _received, (_halts, _openings, _flags, _appeals)) = (decided, others, received, rest);

    /// <summary>First decisions to show a comment or to decline it.</summary>
    public IReadOnlyList<LoggedDecision> Decided { get; }

    public static async Task<ModerationLog> LoadAsync(HubDb db, DateOnly first, string zone, CancellationToken cancellation)
    {
        var (since, comments) = (first.StartIn(zone), db.Comments);
        var received = await comments.Where(c => c.Day >= first).GroupBy(c => c.Day).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.At >= since)
            .Join(comments, d => d.CommentId, c => c.Id, (d, c) => new { d.Id, d.CommentId, d.Kind, d.At, d.CodeVersionId, d.Clause, d.Undoes, c.Day }).ToListAsync(cancellation);
        var undone = decisions.Select(d => d.Undoes).OfType<Guid>().ToHashSet();
        var standing = decisions.FindAll(d => d.Undoes is null && !undone.Contains(d.Id));
        var firsts = standing.Where(d => d.Kind is DecisionKind.Approved or DecisionKind.Declined).GroupBy(d => d.CommentId).Select(g => g.MinBy(d => d.At)!)
            .Select(d => new LoggedDecision(MonthOf(d.At, zone), d.Kind, d.At, d.Day, d.CodeVersionId, d.Clause)).ToList();
        var halts = await db.Halts.AsNoTracking().Where(h => h.At >= since).Select(h => h.At).ToListAsync(cancellation);
        var openings = await db.Openings.AsNoTracking().Where(o => o.AgreedAt >= since).Select(o => o.AgreedAt!.Value).ToListAsync(cancellation);
        var flags = await db.Flags.AsNoTracking().Where(f => f.At >= since).Select(f => f.At).ToListAsync(cancellation);
        var appeals = await db.Appeals.AsNoTracking().Where(a => a.DecidedAt >= since).Select(a => new { a.DecidedAt, a.Outcome }).ToListAsync(cancellation);
        return new ModerationLog(
            firsts,
            [.. standing.Select(d => (MonthOf(d.At, zone), d.Kind))],
            received.ToLookup(r => new DateOnly(r.Key.Year, r.Key.Month, 1), r => r.Count),
            ([.. halts.Select(h => MonthOf(h, zone))], [.. openings.Select(o => MonthOf(o, zone))], [.. flags.Select(f => MonthOf(f, zone))], [.. appeals.Select(a => (MonthOf(a.DecidedAt!.Value, zone), a.Outcome!.Value))]));
    }

    public bool HasAnything(DateOnly month) => Received(month) > 0 || _others.Exists(o => o.Month == month) || _halts.Contains(month) || _openings.Contains(month) || _flags.Contains(month) || _appeals.Exists(a => a.Month == month);

    public int Received(DateOnly month) => _received[month].Sum();

    public int Redacted(DateOnly month) => _others.Count(o => o.Month == month && o.Kind == DecisionKind.Redacted);

    public int Halted(DateOnly month) => _halts.Count(h => h == month);

    public int Opened(DateOnly month) => _openings.Count(o => o == month);

    public int Flags(DateOnly month) => _flags.Count(f => f == month);

    public int Upheld(DateOnly month) => _appeals.Count(a => a == (month, AppealOutcome.Upheld));

    public int Dismissed(DateOnly month) => _appeals.Count(a => a == (month, AppealOutcome.Dismissed));

    private static DateOnly MonthOf(DateTimeOffset at, string zone) => at.DayIn(zone) is var day ? new DateOnly(day.Year, day.Month, 1) : default;
}
