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

    /// <summary>The rules that held it and still find something in it.</summary>
    public IReadOnlyList<string> StillFound { get; init; } = Comment.HeldBy;

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

    public static async Task<Queue> LoadAsync(HubDb db, IStaffDirectory directory, QueueReader reader, (QueueFilter Filter, int Page) asked)
    {
        var (filter, page) = asked;
        var slice = filter.IsOn ? await QueueSlice.ReadAsync(db, directory, reader, filter, page) : await reader.Kept.SliceAsync(db, directory, reader, page);
        return new Queue(await reader.ReadAsync(slice), slice.Counts, slice.Late, slice.Matching) { PageNumber = slice.PageNumber };
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

    public static int PagesOf(int comments) => Math.Max(1, (comments + Page - 1) / Page);
}
