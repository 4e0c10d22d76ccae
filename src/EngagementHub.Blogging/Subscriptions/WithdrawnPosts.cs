using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging.Subscriptions;

/// <summary>With a post, the mail about it that has not left is taken back.</summary>
internal sealed class WithdrawnPosts(IOutbox outbox) : IHandle<PostWithdrawn>
{
    public Task HandleAsync(PostWithdrawn happened, CancellationToken cancellation) =>
        outbox.CancelAsync(new SubjectRef(Post.SubjectKind, happened.Post), "The post was withdrawn", happened.At, cancellation);
}
