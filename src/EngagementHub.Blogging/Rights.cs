using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Handover;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;

namespace EngagementHub.Blogging;

/// <summary>Who may do what on a blog at the moment of asking. Nothing here is stored: it follows from the calendar.</summary>
internal sealed class Rights(HostingCalendar calendar, IStaffDirectory directory, ICurrentStaff current, Successors successors)
{
    /// <summary>Whether the person is the blog's owner or holds the permission to run blogs.</summary>
    public async Task<bool> RunsAsync(Blog blog, StaffId who) =>
        who == blog.Owner
        || (current.IdOrNone == who
            ? await current.MayAsync(BloggingModule.Manage)
            : (await directory.HoldingAsync(BloggingModule.Manage)).Any(s => s.Id == who));

    /// <summary>Whether the person may begin a draft: the owner always, a guest from accepting until the last day.</summary>
    public async Task<bool> MayDraftAsync(Blog blog, StaffId who, DateOnly today) =>
        await calendar.PeriodOfAsync(blog, who, today) is { } own && today <= own.LastDay || await RunsAsync(blog, who);

    /// <summary>Whether the person may change that post: a draft by its writers and the owner; a published one by its writers while the pen is theirs, and by the owner.</summary>
    public async Task<bool> MayChangeAsync(Pen pen, Post post, StaffId who, DateTimeOffset at) =>
        (post.IsBy(who) && (post.StandingAt(at) != PostStanding.Published || pen.LetsPost(who, runsBlog: false))) || await RunsAsync(pen.Blog, who);

    /// <summary>Whether the person may take the whole post away: who began it, who holds the pen, and the owner; not everybody who signs a part of it.</summary>
    public async Task<bool> MayWithdrawAsync(Pen pen, Post post, StaffId who, DateTimeOffset at) =>
        await MayChangeAsync(pen, post, who, at) && (post.Author == who || pen.LetsPost(who, runsBlog: false) || await RunsAsync(pen.Blog, who));

    /// <summary>Whether the person may sort comments and publish digests: host and stand-in while the period is active or winding down, the owner, and a later host who took something of it over.</summary>
    public async Task<bool> MaySortAsync(Blog blog, HostingPeriod? period, StaffId who, DateOnly today) =>
        ((who == period?.Host || who == period?.StandIn) && await IsOpenAsync(period!, today)) || await RunsAsync(blog, who) || await successors.IncludeAsync(blog, period, who, today);

    /// <summary>Whether the person may answer: those who may sort, and co-responders while the period is active or winding down.</summary>
    public async Task<bool> MayAnswerAsync(Blog blog, HostingPeriod? period, StaffId who, DateOnly today) =>
        (period?.CoResponders.Any(c => c.Person == who) == true && await IsOpenAsync(period, today)) || await MaySortAsync(blog, period, who, today);

    /// <summary>Those a question can be given to: host, stand-in and co-responders while the period is active or winding down, the owner, and later hosts who took something over.</summary>
    public async Task<IReadOnlyList<StaffId>> RespondersAsync(Blog blog, HostingPeriod? period, DateOnly today)
    {
        IEnumerable<StaffId?> guests = period is not null && await IsOpenAsync(period, today) ? [period.Host, period.StandIn, .. period.CoResponders.Select(c => (StaffId?)c.Person)] : [];
        IEnumerable<StaffId> takers = period is null ? [] : await successors.OfAsync(blog, period, today);
        return [.. guests.Append(blog.Owner).OfType<StaffId>().Concat(takers).Distinct()];
    }

    private async Task<bool> IsOpenAsync(HostingPeriod period, DateOnly today) =>
        await calendar.StandingAsync(period, today) is HostingStanding.Active or HostingStanding.WindingDown;
}
