using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Discussions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Comments;

internal sealed class CommentMap : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("conversation_comments");
        comment.Property(c => c.Level).HasDefaultValue(Anonymity.NotRecorded).ValueGeneratedNever();
        comment.Property(c => c.SignedName).HasMaxLength(200);
        comment.Property(c => c.SignedTitle).HasMaxLength(200);
        comment.Property(c => c.Receipt).HasMaxLength(64);
        comment.PrimitiveCollection(c => c.HeldBy).HasField("_heldBy").UsePropertyAccessMode(PropertyAccessMode.Field).ElementType().HasMaxLength(100);
        comment.PrimitiveCollection(c => c.Struck).HasField("_struck").UsePropertyAccessMode(PropertyAccessMode.Field).ElementType().HasMaxLength(1000);
        comment.HasMany(c => c.Decisions).WithOne().HasForeignKey(d => d.CommentId);
        comment.Navigation(c => c.Decisions).HasField("_decisions").UsePropertyAccessMode(PropertyAccessMode.Field);
        comment.HasOne<Discussion>().WithMany().HasForeignKey(c => c.DiscussionId);
        comment.HasOne<CodeVersion>().WithMany().HasForeignKey(c => c.CodeVersionId);
        comment.HasIndex(c => new { c.DiscussionId, c.Number }).IsUnique();
        comment.HasIndex(c => c.Receipt).IsUnique();
        comment.HasIndex(c => c.On);
        comment.HasIndex(c => c.Author);
        comment.HasIndex(c => new { c.Standing, c.DecidedAt, c.Day, c.DiscussionId, c.Number });
    }
}
