using EngagementHub.Blogging.Blogs;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts.Writing;

/// <summary>Keeps what people type, so that a lost session or a closed browser loses nothing.</summary>
internal sealed class UnsavedTexts(HubDb db)
{
    public Task<UnsavedText?> FindAsync(Blog blog, Post? post, StaffId person, CancellationToken cancellation = default)
    {
        var (blogId, postId) = (blog.Id, post?.Id ?? Guid.Empty);
        return db.UnsavedTexts.FirstOrDefaultAsync(t => t.BlogId == blogId && t.PostId == postId && t.Person == person, cancellation);
    }

    /// <summary>Keeps it and saves. Of two of a person's windows that write at once the later wins.</summary>
    public async Task KeepAsync(Blog blog, Post? post, StaffId person, Typed typed, DateTimeOffset at)
    {
        try
        {
            await WriteAsync(blog, post, person, typed, at);
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || Duplicates.Caused(overtaken))
        {
            db.ChangeTracker.Clear();
            await WriteAsync(blog, post, person, typed, at);
        }
    }

    /// <summary>Forgets it. The caller saves.</summary>
    public async Task ForgetAsync(Blog blog, Post? post, StaffId person)
    {
        if (await FindAsync(blog, post, person) is { } kept)
        {
            db.UnsavedTexts.Remove(kept);
        }
    }

    private async Task WriteAsync(Blog blog, Post? post, StaffId person, Typed typed, DateTimeOffset at)
    {
        var kept = await FindAsync(blog, post, person);
        if (kept is null)
        {
            kept = UnsavedText.Of(blog.Id, post?.Id ?? Guid.Empty, person);
            db.UnsavedTexts.Add(kept);
        }

        kept.Keep(typed, at);
        await db.SaveChangesAsync();
    }
}
