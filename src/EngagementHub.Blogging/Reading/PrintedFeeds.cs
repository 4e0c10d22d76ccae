using EngagementHub.Blogging.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace EngagementHub.Blogging.Reading;

/// <summary>A feed as it is sent.</summary>
/// <param name="Bytes">The document.</param>
/// <param name="Mark">What tells it from any other.</param>
/// <param name="Changed">When a post in it changed last.</param>
/// <param name="IsAlive">Whether something in it changes without its post.</param>
internal sealed record PrintedFeed(byte[] Bytes, string Mark, DateTimeOffset? Changed, bool IsAlive);

/// <summary>Feeds already printed, found by the versions of all that stands in them: what was withdrawn, redacted or rewritten is never asked for again, so it can never be sent.</summary>
internal sealed class PrintedFeeds(FeedShelf shelf, Typesetting typesetting)
{
    public async Task<PrintedFeed> OfAsync(Masthead masthead, IQueryable<Post> posts, string site, CancellationToken cancellation)
    {
        var blog = masthead.Blog;
        var versions = await posts.Select(p => new { p.Id, p.Version }).ToListAsync(cancellation);
        var key = $"{site} {blog.Id}/{blog.Version} {string.Join(' ', versions.Select(v => $"{v.Id}/{v.Version}"))}";
        if (shelf.Find(key) is { } printed)
        {
            return printed;
        }

        // Read after the versions: a post that is changed in between stands under a key that nobody asks for again.
        var feed = await AtomFeed.PrintAsync(blog, await posts.ToListAsync(cancellation), site, typesetting);
        if (!feed.IsAlive)
        {
            shelf.Keep(key, feed);
        }

        return feed;
    }
}

/// <summary>Where they lie, as long as there is room.</summary>
internal sealed class FeedShelf : IDisposable
{
    private const int Bytes = 32_000_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = Bytes });

    public PrintedFeed? Find(string key) => _kept.Get<PrintedFeed>(key);

    public void Keep(string key, PrintedFeed feed) =>
        _kept.Set(key, feed, new MemoryCacheEntryOptions { Size = feed.Bytes.Length + key.Length, SlidingExpiration = TimeSpan.FromHours(1) });

    public void Dispose() => _kept.Dispose();
}
