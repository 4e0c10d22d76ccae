using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Blogging.Hosting;

/// <summary>When the pen changes hands, posts that were scheduled for days on which their author no longer holds it become drafts again, and their author is told.</summary>
internal sealed class ScheduledOutOfTurn(HubDb db, INotify notify, Press press) : IHandle<HostingAccepted>, IHandle<HostingLastDayChanged>, IHandle<StandInChanged>
{
    public Task HandleAsync(HostingAccepted happened, CancellationToken cancellation) => TakeBackAsync(happened.Period, IsOutOfTurn, happened.At, cancellation);

    public Task HandleAsync(HostingLastDayChanged happened, CancellationToken cancellation) => TakeBackAsync(happened.Period, IsOutOfTurn, happened.At, cancellation);

    /// <summary>What somebody scheduled as stand-in does not appear when somebody else stands in by then.</summary>
    public Task HandleAsync(StandInChanged happened, CancellationToken cancellation) =>
        TakeBackAsync(happened.Period, (post, _, period) => post.PeriodId == period.Id && post.Author == happened.From, happened.At, cancellation);

    private async Task TakeBackAsync(Guid id, Func<Post, DateOnly, HostingPeriod, bool> isOutOfTurn, DateTimeOffset at, CancellationToken cancellation)
    {
        var period = db.HostingPeriods.Local.First(p => p.Id == id);
        var blog = await db.Blogs.FirstAsync(b => b.Id == period.BlogId, cancellation);
        var scheduled = await db.Posts.Where(p => p.BlogId == blog.Id && p.PublishAt > at && p.WithdrawnAt == null).ToListAsync(cancellation);
        foreach (var post in scheduled.Where(p => isOutOfTurn(p, p.PublishAt!.Value.DayIn(blog.Zone), period)))
        {
            await TakeBackAsync(post, blog, at, cancellation);
        }
    }

    private static bool IsOutOfTurn(Post post, DateOnly day, HostingPeriod period) =>
        post.PeriodId == period.Id ? !period.Covers(day) : period.Covers(day);

    private async Task TakeBackAsync(Post post, Blog blog, DateTimeOffset at, CancellationToken cancellation)
    {
        post.Unschedule(at);
        await press.CloseDiscussionAsync(post, blog, at, cancellation);
        var text = $"“{post.Title}” was scheduled for a day on which you no longer hold the pen of {blog.Name}. It is a draft again; nothing is lost.";
        await notify.TellAsync(post.Author, new Notice("A scheduled post is a draft again", text, Addresses.Draft(blog, post), "you wrote the post"), cancellation);
    }
}
