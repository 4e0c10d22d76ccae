using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts;

/// <summary>Posts that were published, as work that takes time: above all what hosting takes. Who wrote them is not asked.</summary>
internal sealed class PostCount(HubDb db) : ICountWork
{
    public async Task<WorkCount> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation = default) =>
        new("Posts", "published posts", await db.Posts.LongCountAsync(p => p.PublishAt >= from && p.PublishAt < until, cancellation));
}
