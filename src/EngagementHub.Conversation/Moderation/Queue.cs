using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A comment in the queue as moderators see it. Of an anonymous one it holds what is the same for every writer.</summary>
internal sealed record QueueItem(Comment Comment, Discussion Discussion, string Html, bool IsOwn, string? KeptBecause)
{
    public string About => $"comment {Comment.Number} by {Comment.AuthorLabel} on {Discussion.Title}";

    public bool IsShown => Comment.Standing == CommentStanding.Published;
}

/// <summary>What waits for a moderator, a page at a time: the oldest first, and after them what cannot be decided now or was set aside.</summary>
internal sealed record Queue(IReadOnlyList<QueueItem> Items, int Waiting, int ShownUnread, DateOnly? Oldest, IReadOnlyList<(string Rule, int Count)> HeldBy)
{
    public const int Page = 50;

    public int PageNumber { get; private init; }

    public int PageCount => PagesOf(Waiting + ShownUnread);

    public static async Task<Queue> LoadAsync(HubDb db, HoldRules rules, StaffId moderator, DateTimeOffset at, int page)
    {
        var undecided = db.Comments.AsNoTracking().Where(c =>
            c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held || (c.Standing == CommentStanding.Published && c.DecidedAt == null));
        var waiting = await undecided.CountAsync(c => c.Standing != CommentStanding.Published);
        var unread = await undecided.CountAsync(c => c.Standing == CommentStanding.Published);
        var number = Math.Clamp(page, 1, PagesOf(waiting + unread));
        var kept = await KeptAsync(db, at);
        var comments = await undecided
            .OrderBy(c => c.Standing == CommentStanding.Held || kept.Contains(c.DiscussionId)).ThenBy(c => c.Day).ThenBy(c => c.On).ThenBy(c => c.Number)
            .Skip((number - 1) * Page).Take(Page).ToListAsync();
        var ids = comments.Select(c => c.DiscussionId).Distinct().ToList();
        var discussions = await db.Discussions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        IReadOnlyList<QueueItem> items = [.. comments.Select(c => ItemOf(c, discussions[c.DiscussionId], rules, moderator, at))];
        return new Queue(items, waiting, unread, await undecided.MinAsync(c => (DateOnly?)c.Day), await HeldByAsync(undecided, rules)) { PageNumber = number };
    }

    public static string Age(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        var days => $"{Say.Count(days, "day")} ago",
    };

    private static int PagesOf(int comments) => Math.Max(1, (comments + Page - 1) / Page);

    private static async Task<List<Guid>> KeptAsync(HubDb db, DateTimeOffset at)
    {
        var halted = await db.Discussions.AsNoTracking().Where(d => d.Halts.Any(h => h.LiftedAt == null && h.Queued == QueuedWhileHalted.Wait)).ToListAsync();
        return [.. halted.Where(d => d.HaltAt(at) is { Queued: QueuedWhileHalted.Wait }).Select(d => d.Id)];
    }

    private static async Task<IReadOnlyList<(string Rule, int Count)>> HeldByAsync(IQueryable<Comment> undecided, HoldRules rules)
    {
        List<(string Rule, int Count)> counts = [];
        foreach (var rule in rules.Names)
        {
            counts.Add((rule, await undecided.CountAsync(c => c.HeldBy.Contains(rule))));
        }

        return [.. counts.Where(c => c.Count > 0).OrderByDescending(c => c.Count)];
    }

    private static QueueItem ItemOf(Comment comment, Discussion discussion, HoldRules rules, StaffId moderator, DateTimeOffset at)
    {
        var found = comment.HeldBy.Count > 0 ? rules.In(comment.Source) : [];
        var kept = discussion.HaltAt(at) is { Queued: QueuedWhileHalted.Wait } halt ? $"The discussion is halted {halt.Until(Say.Day)}; what is queued is kept until it opens again." : null;
        return new QueueItem(comment, discussion, found.Count > 0 ? MarkedText.Html(comment.Source, found) : comment.Html, comment.Author == moderator, kept);
    }
}
