using System.Text.RegularExpressions;
using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Search;
using EngagementHub.Core.Text;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Posts;

/// <summary>Posts are found from the instant they appear until they are withdrawn. What a post quotes from elsewhere is found there and not here.</summary>
internal sealed partial class PostSearch(HubDb db) : ISearchSource, ISearchFilters
{
    public string Kind => SearchKinds.Post;

    public int Order => 10;

    public Task<IReadOnlyList<Findable>> FollowAsync(IReadOnlyCollection<Entity> changed, CancellationToken cancellation) => AllAsync(changed.OfType<Post>(), cancellation);

    public async Task<IReadOnlyList<Guid>> EverythingAsync(CancellationToken cancellation) => await db.Posts.Select(p => p.Id).ToListAsync(cancellation);

    public async Task<IReadOnlyList<Findable>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        await AllAsync(await db.Posts.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation), cancellation);

    public async Task<IReadOnlyList<SearchBlog>> BlogsAsync(CancellationToken cancellation) =>
        await db.Blogs.Select(b => new SearchBlog(b.Slug, b.Name)).ToListAsync(cancellation);

    private async Task<IReadOnlyList<Findable>> AllAsync(IEnumerable<Post> posts, CancellationToken cancellation)
    {
        List<Findable> told = [];
        foreach (var post in posts)
        {
            told.Add(new(post.Subject, await TextAsync(post, cancellation)));
        }

        return told;
    }

    private async Task<SearchText?> TextAsync(Post post, CancellationToken cancellation)
    {
        if (post is not { PublishAt: { } from, Day: { } day, WithdrawnAt: null } || await db.Blogs.FindAsync([post.BlogId], cancellation) is not { } blog)
        {
            return null;
        }

        var names = string.Join(", ", post.Sections.Select(s => s.Name).Distinct());
        return new(SearchKinds.Post, post.Title, Words(post), Addresses.Of(blog, post), day)
        {
            By = names.Length <= 300 ? names : names[..names.LastIndexOf(',', 300)] + " and others",
            Keywords = string.Join(' ', [names, .. post.Tags]),
            Blog = blog.Slug,
            Host = await HostAsync(post, blog, cancellation),
            VisibleFrom = from,
        };
    }

    private async Task<StaffId> HostAsync(Post post, Blog blog, CancellationToken cancellation) =>
        post.PeriodId is { } id && await db.HostingPeriods.FindAsync([id], cancellation) is { } period ? period.Host : blog.Owner;

    private static string Words(Post post) => string.Join(' ', ((string[])[
        post.Standfirst,
        .. post.Sections.Select(s => PlainText.From(Embeds().Replace(s.Markdown, ""))),
        .. post.Corrections.Select(c => c.Text)]).Where(t => t.Length > 0));

    [GeneratedRegex(@"^\s*\[\[[a-z][a-z-]*:[^\]]+\]\]\s*$", RegexOptions.Multiline)]
    private static partial Regex Embeds();
}
