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

/// <summary>What waits for a moderator, the oldest first.</summary>
internal sealed record Queue(IReadOnlyList<QueueItem> Items, int Waiting, int ShownUnread, DateOnly? Oldest, IReadOnlyList<(string Rule, int Count)> HeldBy)
{
    public const int Page = 50;

    public static async Task<Queue> LoadAsync(HubDb db, HoldRules rules, StaffId moderator, DateTimeOffset at)
    {
        var undecided = db.Comments.AsNoTracking().Where(c =>
            c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held || (c.Standing == CommentStanding.Published && c.DecidedAt == null));
        var facts = await undecided.Select(c => new { c.Day, c.Standing, c.HeldBy }).ToListAsync();
        var comments = await undecided.OrderBy(c => c.Day).ThenBy(c => c.On).ThenBy(c => c.Number).Take(Page).ToListAsync();
        var ids = comments.Select(c => c.DiscussionId).Distinct().ToList();
        var discussions = await db.Discussions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        return new Queue(
            [.. comments.Select(c => ItemOf(c, discussions[c.DiscussionId], rules, moderator, at))],
            facts.Count(f => f.Standing != CommentStanding.Published),
            facts.Count(f => f.Standing == CommentStanding.Published),
            facts.Count == 0 ? null : facts.Min(f => f.Day),
            [.. facts.SelectMany(f => f.HeldBy).GroupBy(r => r).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count()))]);
    }

    public static string Age(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        var days => $"{Say.Count(days, "day")} ago",
    };

    private static QueueItem ItemOf(Comment comment, Discussion discussion, HoldRules rules, StaffId moderator, DateTimeOffset at)
    {
        var found = comment.HeldBy.Count > 0 ? rules.In(comment.Source) : [];
        var kept = discussion.HaltAt(at) is { Queued: QueuedWhileHalted.Wait } halt ? $"The discussion is halted {halt.Until(Say.Day)}; what is queued is kept until it opens again." : null;
        return new QueueItem(comment, discussion, found.Count > 0 ? MarkedText.Html(comment.Source, found) : comment.Html, comment.Author == moderator, kept);
    }
}
