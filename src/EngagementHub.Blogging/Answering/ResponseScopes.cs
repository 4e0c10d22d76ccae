using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Blogging.Reading;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Answering;

/// <summary>Comments are answered by hosting period, or by post where the owner wrote outside any period.</summary>
internal sealed class ResponseScopes(HubDb db, PostCards cards, Rights rights, IStaffDirectory directory, TimeProvider clock) : IResponseScopes
{
    public async Task<ResponseScope?> FindAsync(SubjectRef subject, CancellationToken cancellation = default) => subject.Kind switch
    {
        HostingPeriod.SubjectKind => await PeriodAsync(subject.Id, cancellation),
        Post.SubjectKind => await PostAsync(subject.Id, cancellation),
        _ => null,
    };

    public async Task<ResponseScope?> OfPostAsync(SubjectRef post, CancellationToken cancellation = default)
    {
        var found = await db.Posts.AsNoTracking().Where(p => p.Id == post.Id).Select(p => new { p.PeriodId }).FirstOrDefaultAsync(cancellation);
        return found is null ? null
            : found.PeriodId is { } period ? await PeriodAsync(period, cancellation)
            : await PostAsync(post.Id, cancellation);
    }

    public async Task<IReadOnlyList<ResponseScope>> AllAsync(CancellationToken cancellation = default)
    {
        var posts = await cards.Seen(clock.GetUtcNow()).OrderByDescending(p => p.PublishAt).Select(p => new { p.Id, p.PeriodId }).ToListAsync(cancellation);
        List<ResponseScope?> scopes = [];
        foreach (var (id, isPeriod) in posts.Select(p => (p.PeriodId ?? p.Id, p.PeriodId is not null)).Distinct())
        {
            scopes.Add(isPeriod ? await PeriodAsync(id, cancellation) : await PostAsync(id, cancellation));
        }

        return [.. scopes.OfType<ResponseScope>()];
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

    private async Task<ResponseScope?> PeriodAsync(Guid id, CancellationToken cancellation)
    {
        var subject = new SubjectRef(HostingPeriod.SubjectKind, id);
        if (await PlaceAsync(subject, cancellation) is not ({ } blog, { } period))
        {
            return null;
        }

        var posts = await cards.Seen(clock.GetUtcNow()).Where(p => p.PeriodId == id).OrderBy(p => p.PublishAt).Select(p => p.Id).ToListAsync(cancellation);
        var host = (await directory.FindAsync(period.Host, cancellation))?.Name ?? "Guest host";
        return new(subject, $"{host}, {period.Days}", Addresses.Of(blog, period), blog.Slug, period.FirstDay, period.LastDay, period.Host, [.. posts.Select(p => new SubjectRef(Post.SubjectKind, p))]);
    }

    private async Task<ResponseScope?> PostAsync(Guid id, CancellationToken cancellation)
    {
        var post = await cards.Seen(clock.GetUtcNow()).FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return post is not null && await PlaceAsync(post.Subject, cancellation) is ({ } blog, _)
            ? new(post.Subject, post.Title, Addresses.Of(blog, post), blog.Slug, post.Day!.Value, post.Comments.ClosesOn, post.Author, [post.Subject])
            : null;
    }
}
