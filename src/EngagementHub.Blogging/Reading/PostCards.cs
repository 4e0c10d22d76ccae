using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Conversation;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Reading;

/// <summary>A post in a list.</summary>
internal sealed record PostCard(string Title, string Url, string Standfirst, string Signed, DateOnly Day, int Minutes, int Comments);

/// <summary>Lists of posts that readers see.</summary>
internal sealed class PostCards(HubDb db, IConversation conversation)
{
    public const int MostInAList = 200;

    /// <summary>What readers see at that instant: published, come due, and not withdrawn.</summary>
    public IQueryable<Post> Seen(DateTimeOffset now) => db.Posts.AsNoTracking().Where(p => p.PublishAt <= now && p.WithdrawnAt == null);

    public IQueryable<Post> Seen(Blog blog, DateTimeOffset now)
    {
        var id = blog.Id;
        return Seen(now).Where(p => p.BlogId == id);
    }

    /// <summary>Posts with a section of that person. Sections are one text column; an identifier in it is found as it is written.</summary>
    public IQueryable<Post> SignedBy(StaffId person) =>
        db.Posts.FromSql($"""SELECT * FROM blogging_posts WHERE "Sections" LIKE {$"%{person.Value}%"}""");

    /// <summary>When readers last lost a post.</summary>
    public Task<DateTimeOffset?> LastWithdrawalAsync(Blog blog, CancellationToken cancellation = default)
    {
        var id = blog.Id;
        return db.Posts.Where(p => p.BlogId == id && p.WithdrawnAt != null).MaxAsync(p => p.WithdrawnAt, cancellation);
    }

    public async Task<IReadOnlyList<PostCard>> ReadAsync(Blog blog, IQueryable<Post> posts, int most = MostInAList, CancellationToken cancellation = default)
    {
        var found = await posts.OrderByDescending(p => p.PublishAt).Take(most).ToListAsync(cancellation);
        var counts = await conversation.CountsAsync(found.Select(p => p.Subject), cancellation);
        return [.. found.Select(p => Card(blog, p, counts.GetValueOrDefault(p.Subject)?.Published ?? 0))];
    }

    public async Task<PostCard?> FirstAsync(Blog blog, IQueryable<Post> posts, CancellationToken cancellation = default) =>
        await ReadAsync(blog, posts, most: 1, cancellation) is [var first, ..] ? first : null;

    public static string Signed(IEnumerable<Section> sections)
    {
        var names = sections.Where(s => !s.IsAwaited).Select(s => s.Name).Distinct().ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }

    private static PostCard Card(Blog blog, Post post, int comments) =>
        new(post.Title, Addresses.Of(blog, post), post.Standfirst, Signed(post.Sections), post.Day!.Value, Typesetting.MinutesToRead(post.Sections), comments);
}
