using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Answering;

/// <summary>Comments are answered by hosting period, or by post where the owner wrote outside any period.</summary>
internal sealed class ResponseScopes(HubDb db, Rights rights, IStaffDirectory directory, TimeProvider clock) : IResponseScopes
{
    public async Task<ResponseScope?> FindAsync(SubjectRef subject, CancellationToken cancellation = default)
    {
        var id = subject.Id;
        return subject.Kind switch
        {
            HostingPeriod.SubjectKind when await db.HostingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is { } period
                => Single(await WriteAsync([period], await PostsAsync(Seen.Where(p => p.PeriodId == id), cancellation), cancellation)),
            Post.SubjectKind => Single(await WriteAsync([], await PostsAsync(Seen.Where(p => p.Id == id), cancellation), cancellation)),
            _ => null,
        };
    }

    public async Task<ResponseScope?> OfPostAsync(SubjectRef post, CancellationToken cancellation = default)
    {
        var found = await db.Posts.AsNoTracking().Where(p => p.Id == post.Id).Select(p => new { p.PeriodId }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : await FindAsync(found.PeriodId is { } period ? new(HostingPeriod.SubjectKind, period) : post, cancellation);
    }

    /// <summary>Three queries and one for the hosts' names, however many scopes there are.</summary>
    public async Task<IReadOnlyList<ResponseScope>> AllAsync(CancellationToken cancellation = default)
    {
        var posts = await PostsAsync(Seen, cancellation);
        var seen = Seen;
        var periods = await db.HostingPeriods.AsNoTracking().Where(h => seen.Any(p => p.PeriodId == h.Id)).ToListAsync(cancellation);
        return await WriteAsync(periods, posts, cancellation);
    }

    public async Task<bool> MaySortAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) =>
        await PlaceAsync(scope, cancellation) is { } place && await rights.MaySortAsync(place.Blog, place.Period, who, at.DayIn(place.Blog.Zone));

    public async Task<bool> MayAnswerAsync(SubjectRef scope, StaffId who, DateTimeOffset at, CancellationToken cancellation = default) =>
        await PlaceAsync(scope, cancellation) is { } place && await rights.MayAnswerAsync(place.Blog, place.Period, who, at.DayIn(place.Blog.Zone));

    public async Task<IReadOnlyList<StaffId>> RespondersAsync(SubjectRef scope, DateTimeOffset at, CancellationToken cancellation = default) =>
        await PlaceAsync(scope, cancellation) is { } place ? await rights.RespondersAsync(place.Blog, place.Period, at.DayIn(place.Blog.Zone)) : [];

    /// <summary>The blog and, if there is one, the period a scope lies in. A post of a period has the period's rules.</summary>
    internal async Task<(Blog Blog, HostingPeriod? Period)?> PlaceAsync(SubjectRef scope, CancellationToken cancellation)
    {
        var post = scope.Kind == Post.SubjectKind ? await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == scope.Id, cancellation) : null;
        var periodId = scope.Kind == HostingPeriod.SubjectKind ? scope.Id : post?.PeriodId;
        var period = await db.HostingPeriods.AsNoTracking().FirstOrDefaultAsync(p => p.Id == periodId, cancellation);
        var blogId = period?.BlogId ?? post?.BlogId;
        return await db.Blogs.AsNoTracking().FirstOrDefaultAsync(b => b.Id == blogId, cancellation) is { } blog ? (blog, period) : null;
    }

    // What was said under a post is part of the conversation and its sum, also after the post was withdrawn.
    private IQueryable<Post> Seen
    {
        get
        {
            var now = clock.GetUtcNow();
            return db.Posts.AsNoTracking().Where(p => p.PublishAt <= now && (p.WithdrawnAt == null || p.WithdrawnAt >= p.PublishAt));
        }
    }

    private static ResponseScope? Single(IReadOnlyList<ResponseScope> scopes) => scopes.Count == 0 ? null : scopes[0];

    private static Task<List<SeenPost>> PostsAsync(IQueryable<Post> posts, CancellationToken cancellation) => posts.OrderBy(p => p.PublishAt)
        .Select(p => new SeenPost(p.Id, p.BlogId, p.PeriodId, p.Title, p.Slug, p.Day!.Value, p.Comments.ClosesOn, p.Author, p.WithdrawnAt != null))
        .ToListAsync(cancellation);

    /// <summary>One scope for each of those periods and for each post outside them, newest first.</summary>
    private async Task<IReadOnlyList<ResponseScope>> WriteAsync(List<HostingPeriod> periods, List<SeenPost> posts, CancellationToken cancellation)
    {
        var blogs = await db.Blogs.AsNoTracking().ToDictionaryAsync(b => b.Id, cancellation);
        var hosts = periods.Count == 0 ? new Dictionary<StaffId, StaffCard>() : await directory.CardsAsync(periods.Select(p => p.Host), cancellation);
        var ofPeriod = posts.Where(p => p.PeriodId is not null).ToLookup(p => p.PeriodId!.Value);
        var periodIds = periods.Select(p => p.Id).ToHashSet();
        var latest = posts.Index().ToLookup(p => p.Item.PeriodId is { } id && periodIds.Contains(id) ? id : p.Item.Id, p => p.Index);
        var scopes = periods.Select(p => Of(p, blogs[p.BlogId], hosts.GetValueOrDefault(p.Host)?.Name, ofPeriod[p.Id]))
            .Concat(posts.Where(p => p.PeriodId is not { } id || !periodIds.Contains(id)).Select(p => Of(p, blogs[p.BlogId])));
        return [.. scopes.OrderByDescending(s => latest[s.Subject.Id].DefaultIfEmpty(-1).Max())];
    }

    private static ResponseScope Of(HostingPeriod period, Blog blog, string? host, IEnumerable<SeenPost> posts) => new(
        period.Subject, $"{host ?? "Guest host"}, {period.Days}", Addresses.Of(blog, period), blog.Slug, period.FirstDay, period.LastDay, period.Host, [.. posts.Select(p => p.Subject)])
    { BlogName = blog.Name, Owner = blog.Owner };

    // A withdrawn post's title is not told any more.
    private static ResponseScope Of(SeenPost post, Blog blog) => new(
        post.Subject, post.IsWithdrawn ? $"A withdrawn post of {Say.Day(post.Day)}" : post.Title, Addresses.Of(blog.Slug, post.Day, post.Slug), blog.Slug, post.Day, post.ClosesOn, post.Author, [post.Subject])
    { BlogName = blog.Name, Owner = blog.Owner };

    private sealed record SeenPost(Guid Id, Guid BlogId, Guid? PeriodId, string Title, string Slug, DateOnly Day, DateOnly? ClosesOn, StaffId Author, bool IsWithdrawn)
    {
        public SubjectRef Subject => new(Post.SubjectKind, Id);
    }
}
