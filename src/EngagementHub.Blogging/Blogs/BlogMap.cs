using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Blogs;

internal sealed class BlogMap : IEntityTypeConfiguration<Blog>
{
    public void Configure(EntityTypeBuilder<Blog> blog)
    {
        blog.ToTable("blogging_blogs");
        blog.Property(b => b.Slug).HasMaxLength(100);
        blog.Property(b => b.Name).HasMaxLength(200);
        blog.Property(b => b.Strapline).HasMaxLength(400);
        blog.Property(b => b.Zone).HasMaxLength(60);
        blog.HasIndex(b => b.Slug).IsUnique();
        blog.ComplexProperty(b => b.Comments, c => c.Property(p => p.Anonymity).HasDefaultValue(Anonymity.NotRecorded).ValueGeneratedNever());
    }
}
