using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging;

internal static class BloggingData
{
    extension(HubDb db)
    {
        public DbSet<Blog> Blogs => db.Set<Blog>();

        public DbSet<HostingPeriod> HostingPeriods => db.Set<HostingPeriod>();

        public DbSet<Post> Posts => db.Set<Post>();

        public DbSet<PostRevision> PostRevisions => db.Set<PostRevision>();

        public DbSet<OldAddress> OldAddresses => db.Set<OldAddress>();

        public DbSet<Subscription> Subscriptions => db.Set<Subscription>();

        public DbSet<Mailing> Mailings => db.Set<Mailing>();

        public DbSet<MailedPost> MailedPosts => db.Set<MailedPost>();
    }
}
