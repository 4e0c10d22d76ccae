using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A comment in the queue as moderators see it. Of an anonymous one it holds what is the same for every writer.</summary>
internal sealed record QueueItem(Comment Comment, Discussion Discussion, string Html, string? WhyNot)
{
    public string About => $"comment {Comment.Number} by {Comment.AuthorLabel} on {Discussion.Title}";

    public bool IsShown => Comment.Standing == CommentStanding.Published;

    public string? ClaimSays { get; init; }

    public bool IsMine { get; init; }

    public bool IsLate { get; init; }

    public string? Opinions { get; init; }
}

/// <summary>What a moderator wants to see of the queue.</summary>
internal sealed record QueueFilter(Guid? Post, string? Rule, string? Show)
{
    public const string Late = "late";
    public const string Mine = "mine";
    public const string SetAside = "set-aside";

    public IQueryable<Comment> Of(IQueryable<Comment> undecided, IQueryable<Claim> claims, (StaffId Moderator, DateTimeOffset At, DateOnly LateUpTo) now)
    {
        var (post, rule, (moderator, at, late)) = (Post, Rule, now);
        var shown = Show switch
        {
            Late => undecided.Where(c => c.Day <= late),
            Mine => undecided.Where(c => claims.Any(k => k.Id == c.Id && k.By == moderator && k.Until > at)),
            SetAside => undecided.Where(c => c.Standing == CommentStanding.Held),
            _ => undecided,
        };
        shown = post is null ? shown : shown.Where(c => c.DiscussionId == post);
        return string.IsNullOrEmpty(rule) ? shown : shown.Where(c => c.HeldBy.Contains(rule));
    }

    public bool IsOn => Post is not null || !string.IsNullOrEmpty(Rule) || Show is Late or Mine or SetAside;
}

/// <summary>What waits for a moderator, a page at a time: the oldest first, and after them what cannot be decided now or was set aside.</summary>
internal sealed record Queue(IReadOnlyList<QueueItem> Items, QueueCounts Counts, int Late, int Matching)
{
    public const int Page = 50;

    public int PageNumber { get; private init; }

    public int PageCount => PagesOf(Matching);

    public static async Task<Queue> LoadAsync(HubDb db, QueueReader reader, QueueFilter filter, int page)
    {
        var claims = db.Claims;
        var late = reader.Target.LateUpTo(reader.At);
        var undecided = db.Comments.AsNoTracking().Where(c =>
            c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held || (c.Standing == CommentStanding.Published && c.DecidedAt == null));
        var counts = await QueueCounts.LoadAsync(db);
        var shown = filter.Of(undecided, claims, (reader.Moderator, reader.At, late));
        var matching = filter.IsOn ? await shown.CountAsync() : counts.Waiting + counts.Unread;
        var number = Math.Clamp(page, 1, PagesOf(matching));
        var kept = await KeptAsync(db, reader.At);
        // Put in order by what the index of the queue holds: thousands of rows with their texts are not touched to show fifty.
        var places = await shown
            .OrderBy(c => c.Standing == CommentStanding.Held || kept.Contains(c.DiscussionId)).ThenBy(c => c.Day).ThenBy(c => c.DiscussionId).ThenBy(c => c.Number)
            .Skip((number - 1) * Page).Take(Page).Select(c => new Place(c.DiscussionId, c.Number)).ToListAsync();
        return new Queue(await reader.ReadAsync(await AtAsync(db, places)), counts, await undecided.CountAsync(c => c.Day <= late), matching) { PageNumber = number };
    }

    /// <summary>The comment to go on with: the next that this moderator can decide, or the last before it.</summary>
    public Guid? NextAfter(int place) =>
        (Items.Skip(place + 1).FirstOrDefault(i => i.WhyNot is null) ?? Items.Take(Math.Max(0, place)).LastOrDefault(i => i.WhyNot is null))?.Comment.Id;

    public static string Age(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        var days => $"{Say.Count(days, "day")} ago",
    };

    private static int PagesOf(int comments) => Math.Max(1, (comments + Page - 1) / Page);

    private static async Task<List<Comment>> AtAsync(HubDb db, List<Place> places)
    {
        List<Comment> found = [];
        foreach (var discussion in places.GroupBy(p => p.DiscussionId))
        {
            var (id, numbers) = (discussion.Key, discussion.Select(p => p.Number).ToList());
            found.AddRange(await db.Comments.AsNoTracking().Where(c => c.DiscussionId == id && numbers.Contains(c.Number)).ToListAsync());
        }

        return [.. found.OrderBy(c => places.IndexOf(new Place(c.DiscussionId, c.Number)))];
    }

    private static async Task<List<Guid>> KeptAsync(HubDb db, DateTimeOffset at)
    {
        var halted = await db.Discussions.AsNoTracking().Where(d => d.Halts.Any(h => h.LiftedAt == null && h.Queued == QueuedWhileHalted.Wait)).ToListAsync();
        return [.. halted.Where(d => d.HaltAt(at) is { Queued: QueuedWhileHalted.Wait }).Select(d => d.Id)];
    }

    private readonly record struct Place(Guid DiscussionId, int Number);
}
