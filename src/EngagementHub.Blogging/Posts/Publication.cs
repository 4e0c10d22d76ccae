using EngagementHub.Blogging.Blogs;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Posts;

/// <summary>From which instant readers see a post, on which local day that is, and in whose period.</summary>
internal sealed record Publication(DateTimeOffset At, DateOnly Day, Guid? Period)
{
    public static Publication Of(DateTimeOffset at, Blog blog, Guid? period) => new(at, at.DayIn(blog.Zone), period);
}
