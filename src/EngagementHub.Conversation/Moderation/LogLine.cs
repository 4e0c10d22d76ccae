using EngagementHub.Conversation.Codes;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>One act of moderation: who, when, what, on what, under which clause, why.</summary>
internal sealed record LogLine(DateTimeOffset At, StaffId By, string What, string Subject, string Url, string? Clause, string Reason)
{
    /// <summary>The comment, while there is something left to decide about it.</summary>
    public Guid? Comment { get; private init; }

    public static async Task<IReadOnlyList<LogLine>> LoadAsync(HubDb db, int most, DateTimeOffset? until)
    {
        var codes = await CodeHistory.LoadAsync(db);
        var lines = (await DecisionsAsync(db, codes, most, until)).Concat(await HaltsAsync(db, codes, most, until));
        return [.. lines.Where(l => until is null || l.At <= until).OrderByDescending(l => l.At).Take(most)];
    }

    private static async Task<IEnumerable<LogLine>> DecisionsAsync(HubDb db, CodeHistory codes, int most, DateTimeOffset? until)
    {
        var (comments, discussions) = (db.Comments, db.Discussions.IgnoreAutoIncludes());
        var rows = await db.Decisions.AsNoTracking().Where(d => until == null || d.At <= until)
            .Join(comments, d => d.CommentId, c => c.Id, (Decision, Comment) => new { Decision, Comment.Number, Comment.DiscussionId, Comment.Id, Comment.Standing })
            .Join(discussions, r => r.DiscussionId, d => d.Id, (r, d) => new { r.Decision, r.Number, r.Id, r.Standing, d.Title })
            .OrderByDescending(r => r.Decision.At).Take(most).ToListAsync();
        return rows.Select(r => new LogLine(
            r.Decision.At, r.Decision.By, Overtaken.Word(r.Decision.Kind), $"#{r.Number} on {r.Title}", $"/comments/{r.Id}",
            ClauseOf(codes, r.Decision.CodeVersionId, r.Decision.Clause), r.Decision.Reason)
        {
            Comment = r.Standing == CommentStanding.Withdrawn ? null : r.Id,
        });
    }

    private static async Task<IEnumerable<LogLine>> HaltsAsync(HubDb db, CodeHistory codes, int most, DateTimeOffset? until)
    {
        var discussions = db.Discussions.IgnoreAutoIncludes();
        var rows = await db.Halts.AsNoTracking().Where(h => until == null || h.At <= until)
            .Join(discussions, h => h.DiscussionId, d => d.Id, (Halt, d) => new { Halt, d.Title, d.Url })
            .OrderByDescending(r => r.Halt.At).Take(most).ToListAsync();
        return rows.SelectMany(r => Lines(r.Halt, r.Title, $"{r.Url}#comments", ClauseOf(codes, r.Halt.CodeVersionId, r.Halt.Clause)));
    }

    private static IEnumerable<LogLine> Lines(Discussions.Halt halt, string title, string url, string? clause)
    {
        yield return new LogLine(halt.At, halt.By, $"halted {halt.Until(Core.Time.Say.ShortDay)}", title, url, clause, halt.Reason);
        if (halt is { LiftedAt: { } at, LiftedBy: { } by })
        {
            yield return new LogLine(at, by, "opened again", title, url, null, "");
        }
    }

    private static string? ClauseOf(CodeHistory codes, Guid version, int? clause) =>
        clause is null ? null : $"{codes.Of(version).Clause(clause).Heading} (version {codes.Of(version).Name})";
}
