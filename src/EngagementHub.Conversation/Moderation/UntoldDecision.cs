using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Moderation;

/// <summary>A decision whose writer is told when it can no longer be undone. Gone once told, undone, or followed by another decision.</summary>
[Unseen]
internal sealed class UntoldDecision : Entity
{
    private UntoldDecision(Guid id, Guid commentId, DateTimeOffset dueAt)
        : base(id) => (CommentId, DueAt) = (commentId, dueAt);

    public Guid CommentId { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public static UntoldDecision Of(Decision decision) => new(decision.Id, decision.CommentId, decision.At + Decision.Fresh);
}

internal sealed class UntoldDecisionMap : IEntityTypeConfiguration<UntoldDecision>
{
    public void Configure(EntityTypeBuilder<UntoldDecision> untold)
    {
        untold.ToTable("conversation_untold_decisions");
        untold.HasIndex(u => u.DueAt);
        untold.HasIndex(u => u.CommentId);
    }
}
