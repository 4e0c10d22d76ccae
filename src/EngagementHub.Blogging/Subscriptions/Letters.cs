using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>Writes the mail to those who follow a blog, from the posts as they stand when it is sent.</summary>
internal sealed class Letters(HubDb db, IStaffDirectory directory) : IWriteLetters
{
    // Corrections of what was mailed longer ago than this many posts are found with the posts.
    private const int LookBack = 50;

    public bool Knows(string kind) => kind == Mailing.SubjectKind;

    public async Task<Letter?> WriteAsync(SubjectRef letter, string secret, string site, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var mailing = await db.Mailings.AsNoTracking().Include(m => m.Posts).SingleAsync(m => m.Id == letter.Id, cancellation);
        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == mailing.SubscriptionId, cancellation);
        if (subscription.EndedAt is not null || await directory.FindAsync(subscription.Reader, cancellation) is not { IsActive: true, Mail: { Length: > 0 } address })
        {
            return null;
        }

        var posts = await SeenAsync(mailing.Posts.Select(p => p.PostId), now, cancellation);
        if (posts.Count == 0)
        {
            return null;
        }

        var blog = await db.Blogs.AsNoTracking().SingleAsync(b => b.Id == subscription.BlogId, cancellation);
        var paper = new LetterPaper(blog, site, new UnsubscribeToken(secret));
        return mailing.RoundUpOf is null ? paper.OfPost(address, posts[0]) : paper.OfRoundUp(address, mailing.Rhythm, posts, await CorrectedAsync(mailing, now, cancellation));
    }

    // Withdrawn since it was queued, or taken off the day: gone from the mail too.
    private Task<List<Post>> SeenAsync(IEnumerable<Guid> ids, DateTimeOffset now, CancellationToken cancellation)
    {
        List<Guid> wanted = [.. ids];
        return db.Posts.AsNoTracking().Where(p => wanted.Contains(p.Id) && p.PublishAt <= now && p.WithdrawnAt == null).OrderBy(p => p.PublishAt).ToListAsync(cancellation);
    }

    /// <summary>Posts of earlier mails that were put right since the last of them.</summary>
    private async Task<IReadOnlyList<(Post Post, Correction Correction)>> CorrectedAsync(Mailing mailing, DateTimeOffset now, CancellationToken cancellation)
    {
        var (id, subscription) = (mailing.Id, mailing.SubscriptionId);
        var earlier = await db.Mailings.AsNoTracking().Include(m => m.Posts).Where(m => m.SubscriptionId == subscription && m.Id != id && m.QueuedAt < mailing.QueuedAt)
            .OrderByDescending(m => m.QueuedAt).Take(LookBack).ToListAsync(cancellation);
        if (earlier is not [var last, ..])
        {
            return [];
        }

        var posts = await SeenAsync(earlier.SelectMany(m => m.Posts).Select(p => p.PostId), now, cancellation);
        return [.. posts.SelectMany(p => p.Corrections.Where(c => c.At > last.QueuedAt).Select(c => (p, c)))];
    }
}
