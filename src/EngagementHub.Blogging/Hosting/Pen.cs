using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Hosting;

/// <summary>Who may write for a blog on one local day: the guest whose period it is, or in the gaps the owner.</summary>
internal sealed record Pen(Blog Blog, HostingPeriod? Period, DateOnly Day)
{
    public StaffId Holder => Period?.Host ?? Blog.Owner;

    public static Pen On(DateOnly day, Blog blog, IEnumerable<HostingPeriod> periods) =>
        new(blog, periods.FirstOrDefault(p => p.IsActiveOn(day)), day);

    public static Pen At(DateTimeOffset at, Blog blog, IEnumerable<HostingPeriod> periods) => On(at.DayIn(blog.Zone), blog, periods);

    /// <param name="author">Who wants to post.</param>
    /// <param name="runsBlog">Whether that is the blog's owner or their office.</param>
    public bool LetsPost(StaffId author, bool runsBlog) => Period is null ? runsBlog : Period.LetsPost(author, Day);

    /// <exception cref="BrokenRuleException">The pen is somebody else's on that day.</exception>
    public void RequireLetsPost(StaffId author, bool runsBlog, HostingPeriod? ownPeriod)
    {
        if (!LetsPost(author, runsBlog))
        {
            throw new BrokenRuleException(WhyNot(runsBlog, ownPeriod));
        }
    }

    private string WhyNot(bool runsBlog, HostingPeriod? own) => this switch
    {
        _ when own is not null && Day < own.FirstDay => $"Your period begins on {Say.Day(own.FirstDay)}. Until then you can write a draft, but not publish it",
        _ when own is not null && Day > own.LastDay => $"Your period ended on {Say.Day(own.LastDay)}, so you can no longer post here. The draft is kept; ask the blog's owner to extend the period",
        { Period: { } guest } when runsBlog => $"The pen is handed over to a guest until {Say.Day(guest.LastDay)}. You can publish again from {Say.Day(guest.LastDay.AddDays(1))}",
        _ => "Only whoever is in charge of the blog can publish here",
    };
}
