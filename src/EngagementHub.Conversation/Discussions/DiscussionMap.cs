using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Conversation.Discussions;

internal sealed class DiscussionMap : IEntityTypeConfiguration<Discussion>
{
    public void Configure(EntityTypeBuilder<Discussion> discussion)
    {
        discussion.ToTable("conversation_discussions");
        discussion.Property(d => d.Title).HasMaxLength(300);
        discussion.Property(d => d.Url).HasMaxLength(500);
        discussion.Property(d => d.Zone).HasMaxLength(60);
        discussion.Property(d => d.Blog).HasMaxLength(200);
        discussion.Property(d => d.Anonymity).HasDefaultValue(Anonymity.NotRecorded).ValueGeneratedNever();
        discussion.HasIndex(d => d.On).IsUnique();
        discussion.HasMany(d => d.Halts).WithOne().HasForeignKey(h => h.DiscussionId);
        discussion.Navigation(d => d.Halts).HasField("_halts").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}
