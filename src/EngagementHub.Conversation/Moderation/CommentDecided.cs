using EngagementHub.Conversation.Comments;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A moderator has decided a comment.</summary>
internal sealed record CommentDecided(Comment Comment, Decision Decision, string? Clause, bool IsHistory) : IAudited
{
    public AuditLine ToAudit() => new(
        Decision.By,
        Decision.At,
        $"conversation.comment.{Decision.Kind.ToString().ToLowerInvariant()}",
        new SubjectRef(Conversations.CommentKind, Comment.Id),
        Clause is null ? Decision.Reason : $"{Clause}: {Decision.Reason}");
}
