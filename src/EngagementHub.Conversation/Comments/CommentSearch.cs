using EngagementHub.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Comments;

/// <summary>Comments are found by what readers see of them, and only while they see it. Who wrote one is not among its words.</summary>
internal sealed class CommentSearch(HubDb db) : ISearchSource
{
    public string Kind => SearchKinds.Comment;

    public int Order => 20;

    public Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Findable>>([.. changed.OfType<Comment>().Where(c => c.Standing == CommentStanding.Published || WasThere(c)).Select(Of)]);

    public async Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation) => await db.Comments.Select(c => c.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        [.. (await db.Comments.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation)).Select(Of)];

    // A new comment that waits for a moderator is not in the index: there is nothing to take out.
    private bool WasThere(Comment comment) => !db.IsNew(comment);

    private static Findable Of(Comment comment) => new(
        new SubjectRef(Conversations.CommentKind, comment.Id),
        comment.Standing != CommentStanding.Published ? null : new SearchText(SearchKinds.Comment, "", comment.Plain, comment.Url, comment.Day)
        {
            Label = $"Comment #{comment.Number}",
            By = comment.AuthorLabel,
            Parent = comment.On,
        });
}
