using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>One mail to one reader, and what is in it. Stays for good: what was mailed is not mailed again.</summary>
[Unseen]
internal sealed class Mailing : Entity
{
    public const string SubjectKind = "blogging.mailing";

    private readonly List<MailedPost> _posts = [];

    private Mailing(Guid subscriptionId, DateTimeOffset queuedAt) => (SubscriptionId, QueuedAt) = (subscriptionId, queuedAt);

    public Guid SubscriptionId { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    public Rhythm Rhythm { get; private set; }

    /// <summary>The local day of the round-up; nothing for the mail of a single post.</summary>
    public DateOnly? RoundUpOf { get; private set; }

    /// <summary>The hash of the token by which this mail's reader can stop the subscription.</summary>
    public string TokenHash { get; private set; } = "";

    public IReadOnlyList<MailedPost> Posts => _posts;

    public SubjectRef Subject => new(SubjectKind, Id);

    public static Mailing Of(Guid subscription, Post post, UnsubscribeToken token, DateTimeOffset at) => Of(subscription, [post], token, at);

    public static Mailing RoundUp(Guid subscription, (Rhythm Rhythm, DateOnly Day) round, IEnumerable<Post> posts, UnsubscribeToken token, DateTimeOffset at)
    {
        var mailing = Of(subscription, posts, token, at);
        (mailing.Rhythm, mailing.RoundUpOf) = (round.Rhythm, round.Day);
        return mailing;
    }

    private static Mailing Of(Guid subscription, IEnumerable<Post> posts, UnsubscribeToken token, DateTimeOffset at)
    {
        var mailing = new Mailing(subscription, at) { TokenHash = token.Hash };
        mailing._posts.AddRange(posts.Select(p => MailedPost.Of(mailing, p)));
        return mailing;
    }
}

/// <summary>A post that a reader was mailed.</summary>
[Unseen]
internal sealed class MailedPost : Entity
{
    private MailedPost(Guid mailingId, Guid subscriptionId, Guid postId) => (MailingId, SubscriptionId, PostId) = (mailingId, subscriptionId, postId);

    public Guid MailingId { get; private set; }

    public Guid SubscriptionId { get; private set; }

    public Guid PostId { get; private set; }

    public static MailedPost Of(Mailing mailing, Post post) => new(mailing.Id, mailing.SubscriptionId, post.Id);
}
