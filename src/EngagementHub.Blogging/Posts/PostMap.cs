using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Posts;

internal sealed class PostMap : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("blogging_posts");
        post.HasOne<Blogs.Blog>().WithMany().HasForeignKey(p => p.BlogId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne<Hosting.HostingPeriod>().WithMany().HasForeignKey(p => p.PeriodId).OnDelete(DeleteBehavior.Restrict);
        post.Property(p => p.Slug).HasMaxLength(Slug.MaxLength + 10);
        post.Property(p => p.Title).HasMaxLength(200);
        post.Property(p => p.Standfirst).HasMaxLength(600);
        post.Property(p => p.WithdrawnBecause).HasMaxLength(2000);
        post.Property(p => p.ReturnedWith).HasMaxLength(2000);
        post.Property(p => p.ImportedVersion).HasMaxLength(100);
        post.Property(p => p.Sections).AsJsonList();
        post.Property(p => p.Corrections).AsJsonList();
        post.Property(p => p.Tags).AsJsonList();
        post.ComplexProperty(p => p.Comments, c => c.Property(t => t.Anonymity).HasDefaultValue(Anonymity.NotRecorded).ValueGeneratedNever());
        // Revisions are only ever added here and read elsewhere: a post is loaded without them.
        post.HasMany(p => p.Revisions).WithOne().HasForeignKey(r => r.PostId);
        post.Navigation(p => p.Revisions).HasField("_newRevisions").UsePropertyAccessMode(PropertyAccessMode.Field);
        post.HasIndex(p => new { p.BlogId, p.Slug }).IsUnique();
        post.HasIndex(p => new { p.BlogId, p.PublishAt });
    }
}

internal sealed class PostRevisionMap : IEntityTypeConfiguration<PostRevision>
{
    public void Configure(EntityTypeBuilder<PostRevision> revision)
    {
        revision.ToTable("blogging_revisions");
        revision.Property(r => r.Title).HasMaxLength(200);
        revision.Property(r => r.Standfirst).HasMaxLength(600);
        revision.Property(r => r.Sections).AsJsonList();
        revision.Property(r => r.Tags).AsJsonList().HasDefaultValueSql("'[]'");
        revision.HasIndex(r => new { r.PostId, r.Number }).IsUnique();
    }
}

internal sealed class OldAddressMap : IEntityTypeConfiguration<OldAddress>
{
    public void Configure(EntityTypeBuilder<OldAddress> address)
    {
        address.ToTable("blogging_old_addresses");
        address.Property(a => a.Slug).HasMaxLength(Slug.MaxLength + 10);
        address.HasOne<Post>().WithMany().HasForeignKey(a => a.PostId);
        address.HasIndex(a => new { a.BlogId, a.Slug });
    }
}
