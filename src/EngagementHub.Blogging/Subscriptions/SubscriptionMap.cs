using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EngagementHub.Blogging.Subscriptions;

internal sealed class SubscriptionMap : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("blogging_subscriptions");
        subscription.HasOne<Blog>().WithMany().HasForeignKey(s => s.BlogId);
        subscription.HasIndex(s => new { s.BlogId, s.Reader }).IsUnique();
        subscription.HasIndex(s => s.Reader);
    }
}

// Never mailed twice: the two unique indexes say so, whatever the job believes.
internal sealed class MailingMap : IEntityTypeConfiguration<Mailing>
{
    public void Configure(EntityTypeBuilder<Mailing> mailing)
    {
        mailing.ToTable("blogging_mailings");
        mailing.Property(m => m.TokenHash).HasMaxLength(64);
        mailing.HasOne<Subscription>().WithMany().HasForeignKey(m => m.SubscriptionId);
        mailing.HasMany(m => m.Posts).WithOne().HasForeignKey(p => p.MailingId);
        mailing.Navigation(m => m.Posts).HasField("_posts").UsePropertyAccessMode(PropertyAccessMode.Field);
        mailing.HasIndex(m => new { m.SubscriptionId, m.Rhythm, m.RoundUpOf }).IsUnique();
        mailing.HasIndex(m => m.TokenHash).IsUnique();
    }
}

internal sealed class MailedPostMap : IEntityTypeConfiguration<MailedPost>
{
    public void Configure(EntityTypeBuilder<MailedPost> mailed)
    {
        mailed.ToTable("blogging_mailed_posts");
        mailed.HasOne<Post>().WithMany().HasForeignKey(m => m.PostId);
        mailed.HasIndex(m => new { m.SubscriptionId, m.PostId }).IsUnique();
    }
}
