using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Answering;

/// <summary>Says what a blog, a period or a post is called and where it is. What readers do not see is not told.</summary>
internal sealed class BloggingSubjects(HubDb db, PostCards cards, IStaffDirectory directory, TimeProvider clock) : IDescribeSubject
{
    public bool Knows(string kind) => kind is Blog.SubjectKind or HostingPeriod.SubjectKind or Post.SubjectKind;

    public async Task<SubjectCard?> DescribeAsync(SubjectRef subject, CancellationToken cancellation = default) => subject.Kind switch
    {
        Blog.SubjectKind => await BlogAsync(subject.Id, cancellation) is { } blog ? new(blog.Name, blog.Url) : null,
        HostingPeriod.SubjectKind => await PeriodAsync(subject.Id, cancellation),
        Post.SubjectKind => await PostAsync(subject.Id, cancellation),
        _ => null,
    };

    private Task<Blog?> BlogAsync(Guid id, CancellationToken cancellation) => db.Blogs.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, cancellation);

    private async Task<SubjectCard?> PeriodAsync(Guid id, CancellationToken cancellation)
    {
        var period = await db.HostingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return period is not null && await BlogAsync(period.BlogId, cancellation) is { } blog
            ? new($"{(await directory.FindAsync(period.Host, cancellation))?.Name ?? "Guest host"}, {period.Days}", Addresses.Of(blog, period))
            : null;
    }

    private async Task<SubjectCard?> PostAsync(Guid id, CancellationToken cancellation)
    {
        var post = await cards.Seen(clock.GetUtcNow()).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return post is not null && await BlogAsync(post.BlogId, cancellation) is { } blog ? new(post.Title, Addresses.Of(blog, post)) : null;
    }
}
