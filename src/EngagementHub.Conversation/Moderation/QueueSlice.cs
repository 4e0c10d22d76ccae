using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Moderation;

/// <summary>One page of the queue as it lies in the database, the same for all moderators: its comments in their order, the figures, and what is read beside them.</summary>
internal sealed record QueueSlice(IReadOnlyList<Comment> Comments, QueueCounts Counts, int Late, int Matching, int PageNumber)
{
    public QueueBeside Beside { get; private init; } = null!;

    public static async Task<QueueSlice> ReadAsync(HubDb db, IStaffDirectory directory, QueueReader reader, QueueFilter filter, int page)
    {
        var late = reader.Target.LateUpTo(reader.At);
        var undecided = db.Comments.AsNoTracking().Where(c =>
            c.Standing == CommentStanding.Waiting || c.Standing == CommentStanding.Held || (c.Standing == CommentStanding.Published && c.DecidedAt == null));
        var counts = await QueueCounts.LoadAsync(db);
        var shown = filter.Of(undecided, db.Claims, (reader.Moderator, reader.At, late));
        var matching = filter.IsOn ? await shown.CountAsync() : counts.Waiting + counts.Unread;
        var number = Math.Clamp(page, 1, Queue.PagesOf(matching));
        var kept = await KeptAsync(db, reader.At);
        // Put in order by what the index of the queue holds: thousands of rows with their texts are not touched to show fifty.
        var places = await shown
            .OrderBy(c => c.Standing == CommentStanding.Held || kept.Contains(c.DiscussionId)).ThenBy(c => c.Day).ThenBy(c => c.DiscussionId).ThenBy(c => c.Number)
            .Skip((number - 1) * Queue.Page).Take(Queue.Page).Select(c => new Place(c.DiscussionId, c.Number)).ToListAsync();
        var comments = await AtAsync(db, places);
        return new QueueSlice(comments, counts, await undecided.CountAsync(c => c.Day <= late), matching, number) { Beside = await QueueBeside.ReadAsync(db, directory, reader.Rules, comments) };
    }

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

/// <summary>The queue's pages and figures, read once for all moderators who look within a second; what this node commits ends a reading at once. What a moderator does is looked at again in the act.</summary>
internal sealed class QueueReadings(Editions editions)
{
    private readonly Kept<(int Page, DateTimeOffset At), QueueSlice> _slices = new(editions, typeof(Comment), typeof(Discussion), typeof(Halt), typeof(Flag), typeof(Appeal), typeof(Claim), typeof(Consultation));

    /// <summary>The discussions that something waits in.</summary>
    public Kept<string, List<WaitingIn>> Waiting { get; } = new(editions, typeof(Comment), typeof(Discussion));

    /// <summary>How many opinions a moderator is asked for.</summary>
    public Kept<StaffId, int> Asked { get; } = new(editions, typeof(Consultation), typeof(Comment));

    // Under its minute: a clock that is moved finds no reading of another day.
    public Task<QueueSlice> SliceAsync(HubDb db, IStaffDirectory directory, QueueReader reader, int page) =>
        _slices.GetAsync((page, new DateTimeOffset(reader.At.Ticks - (reader.At.Ticks % TimeSpan.TicksPerMinute), reader.At.Offset)), () => QueueSlice.ReadAsync(db, directory, reader, new QueueFilter(null, null, null), page));
}

/// <summary>A discussion in which something waits.</summary>
internal sealed record WaitingIn(string Title, Guid Id);
