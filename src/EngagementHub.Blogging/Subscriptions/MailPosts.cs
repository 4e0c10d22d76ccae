using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>Queues mail about what has appeared, for everybody who follows the blog and was not mailed it yet.</summary>
internal sealed class MailPosts(HubDb db, IOutbox outbox) : IJob
{
    private const int Batch = 500;

    // What is older is no news, even to somebody whose hub was away.
    private const int NewsForDays = 14;

    public string Name => "blogging.mail-posts";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var blog in await db.Blogs.AsNoTracking().ToListAsync(cancellation))
        {
            foreach (var post in await NewsAsync(blog, now, cancellation))
            {
                await MailAsync(post, now, cancellation);
            }

            await RoundUpAsync(blog, Rhythm.Daily, now, cancellation);
            await RoundUpAsync(blog, Rhythm.Weekly, now, cancellation);
        }
    }

    private Task<List<Post>> NewsAsync(Blog blog, DateTimeOffset until, CancellationToken cancellation)
    {
        var (id, from) = (blog.Id, until.AddDays(-NewsForDays));
        return db.Posts.AsNoTracking().Where(p => p.BlogId == id && p.PublishAt > from && p.PublishAt <= until && p.WithdrawnAt == null)
            .OrderBy(p => p.PublishAt).ToListAsync(cancellation);
    }

    private async Task MailAsync(Post post, DateTimeOffset now, CancellationToken cancellation)
    {
        while (await NotMailedAsync(post, cancellation) is { Count: > 0 } subscriptions)
        {
            foreach (var subscription in subscriptions)
            {
                var token = UnsubscribeToken.New();
                Queue(Mailing.Of(subscription, post, token, now), post.Subject, token);
            }

            await SaveAsync(cancellation);
        }
    }

    private Task<List<Guid>> NotMailedAsync(Post post, CancellationToken cancellation)
    {
        var (id, blog, at, mailed) = (post.Id, post.BlogId, post.PublishAt, db.MailedPosts);
        return db.Subscriptions
            .Where(s => s.BlogId == blog && s.Rhythm == Rhythm.Each && s.EndedAt == null && s.Since < at && !mailed.Any(m => m.SubscriptionId == s.Id && m.PostId == id))
            .OrderBy(s => s.Id).Select(s => s.Id).Take(Batch).ToListAsync(cancellation);
    }

    private async Task RoundUpAsync(Blog blog, Rhythm rhythm, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = RoundUps.DueOn(rhythm, now, blog.Zone);
        var news = await NewsAsync(blog, RoundUps.InstantOn(day, blog.Zone), cancellation);
        while (await NotRoundedUpAsync(blog, rhythm, day, cancellation) is { Count: > 0 } due)
        {
            var ids = due.Select(s => s.Id).ToList();
            var mailed = await MailedAsync(ids, news, cancellation);
            foreach (var subscription in due)
            {
                RoundUp(subscription.Id, (rhythm, day), news.Where(p => p.PublishAt > subscription.Since && !mailed.Contains((subscription.Id, p.Id))), now);
            }

            await SaveAsync(cancellation);
            // After the mail, not with it: whoever changes the rhythm at this moment is not refused, and the index keeps the mail single.
            await db.Subscriptions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.RoundedUpOn, day), cancellation);
        }
    }

    private Task<List<Due>> NotRoundedUpAsync(Blog blog, Rhythm rhythm, DateOnly day, CancellationToken cancellation)
    {
        var id = blog.Id;
        return db.Subscriptions.Where(s => s.BlogId == id && s.Rhythm == rhythm && s.EndedAt == null && (s.RoundedUpOn == null || s.RoundedUpOn < day))
            .OrderBy(s => s.Id).Take(Batch).Select(s => new Due(s.Id, s.Since)).ToListAsync(cancellation);
    }

    private async Task<HashSet<(Guid, Guid)>> MailedAsync(List<Guid> subscriptions, List<Post> news, CancellationToken cancellation)
    {
        var posts = news.Select(p => p.Id).ToList();
        var mailed = await db.MailedPosts.Where(m => subscriptions.Contains(m.SubscriptionId) && posts.Contains(m.PostId))
            .Select(m => new { m.SubscriptionId, m.PostId }).ToListAsync(cancellation);
        return [.. mailed.Select(m => (m.SubscriptionId, m.PostId))];
    }

    private void RoundUp(Guid subscription, (Rhythm, DateOnly) round, IEnumerable<Post> posts, DateTimeOffset now)
    {
        var token = UnsubscribeToken.New();
        var mailing = Mailing.RoundUp(subscription, round, posts, token, now);
        if (mailing.Posts.Count > 0)
        {
            Queue(mailing, about: null, token);
        }
    }

    private void Queue(Mailing mailing, SubjectRef? about, UnsubscribeToken token)
    {
        db.Mailings.Add(mailing);
        outbox.Queue(new QueuedLetter(mailing.Subject, about, token.Text), mailing.QueuedAt);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private sealed record Due(Guid Id, DateTimeOffset Since);
}
