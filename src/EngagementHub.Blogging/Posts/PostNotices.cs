using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts;

/// <summary>Tells people of what waits for them in a draft.</summary>
internal sealed class PostNotices(HubDb db, INotify notify, Colleagues colleagues) : IHandle<SectionAsked>, IHandle<PostSubmitted>, IHandle<PostReturned>
{
    public async Task HandleAsync(SectionAsked happened, CancellationToken cancellation)
    {
        var (post, blog) = await FindAsync(happened.Post, cancellation);
        await notify.TellAsync(happened.Of, new Notice(
            $"Write your section of “{post.Title}”",
            $"{await colleagues.NameAsync(happened.By, cancellation)} asks you for a section of “{post.Title}” on {blog.Name}. You sign it, and only you can change its words.",
            Addresses.Draft(blog, post),
            "you were asked to write a section"), cancellation);
    }

    public async Task HandleAsync(PostSubmitted happened, CancellationToken cancellation)
    {
        var (post, blog) = await FindAsync(happened.Post, cancellation);
        await notify.TellAsync(blog.Owner, new Notice(
            $"“{post.Title}” waits for you",
            $"{await colleagues.NameAsync(happened.By, cancellation)} sent you the draft “{post.Title}” for {blog.Name}. Publish it, or return it with a note.",
            Addresses.Draft(blog, post),
            "you own the blog"), cancellation);
    }

    public async Task HandleAsync(PostReturned happened, CancellationToken cancellation)
    {
        var (post, blog) = await FindAsync(happened.Post, cancellation);
        await notify.TellAsync(happened.Author, new Notice(
            $"“{post.Title}” came back to you",
            $"{await colleagues.NameAsync(happened.By, cancellation)} returned the draft “{post.Title}” with a note: {happened.Why}",
            Addresses.Draft(blog, post),
            "you sent the draft"), cancellation);
    }

    private async Task<(Post Post, Blog Blog)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var post = db.Posts.Local.First(p => p.Id == id);
        var blogId = post.BlogId;
        return (post, await db.Blogs.FirstAsync(b => b.Id == blogId, cancellation));
    }
}
