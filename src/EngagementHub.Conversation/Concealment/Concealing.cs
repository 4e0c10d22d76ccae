using EngagementHub.Conversation.Comments;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Conversation.Concealment;

/// <summary>A comment is being saved, with what its draft brought along to conceal its writer.</summary>
internal sealed record CommentHandedIn(Comment Comment, Draft Draft) : IDomainEvent;

/// <summary>Keeps the seal of a comment and finds its voice, in the save of the comment; destroys the seal of one that is taken back.</summary>
internal sealed class Concealing(HubDb db) : IHandle<CommentHandedIn>, IHandle<CommentWithdrawn>
{
    private readonly HashSet<Guid> _heard = [];

    public async Task HandleAsync(CommentHandedIn happened, CancellationToken cancellation)
    {
        var (comment, draft) = happened;
        if (draft.Seal is { } box)
        {
            db.Seals.Add(Seal.On(comment.Id, box));
        }

        if (draft.Mark is { } mark)
        {
            await HearAsync(comment.DiscussionId, cancellation);
            comment.SpeakAs(Voice.NumberOf(db, comment.DiscussionId, mark));
        }
    }

    public async Task HandleAsync(CommentWithdrawn happened, CancellationToken cancellation) =>
        db.Seals.RemoveRange(await db.Seals.Where(s => s.CommentId == happened.Comment).ToListAsync(cancellation));

    // Many comments of one save are of few discussions.
    private async Task HearAsync(Guid discussion, CancellationToken cancellation)
    {
        if (_heard.Add(discussion))
        {
            await db.Voices.Where(v => v.DiscussionId == discussion).LoadAsync(cancellation);
        }
    }
}
