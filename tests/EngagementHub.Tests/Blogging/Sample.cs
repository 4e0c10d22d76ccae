using EngagementHub.Blogging.Blogs;
using EngagementHub.Blogging.Hosting;
using EngagementHub.Blogging.Posts;
using EngagementHub.Core.Ports;

namespace EngagementHub.Tests.Blogging;

/// <summary>The blog of these tests: Olu owns it, Priya hosts from Wednesday 18 to Friday 27 April 2007.</summary>
internal static class Sample
{
    public static DateOnly First { get; } = new(2007, 4, 18);

    public static DateOnly Last { get; } = new(2007, 4, 27);

    public static DateTimeOffset Invited { get; } = new(2007, 3, 27, 9, 0, 0, TimeSpan.Zero);

    public static Blog Blog(string zone = "Europe/London") =>
        EngagementHub.Blogging.Blogs.Blog.Open(Guid.NewGuid(), "leaders", "The leaders' blog", People.Olu, zone);

    public static HostingPeriod Invitation(Blog blog, StaffId? host = null, DateOnly? first = null, DateOnly? last = null) =>
        HostingPeriod.Invite(blog, new Invitation(host ?? People.Priya, first ?? First, last ?? Last, People.Tom), People.Olu, Invited);

    public static HostingPeriod Agreed(Blog blog, StaffId? host = null, DateOnly? first = null, DateOnly? last = null)
    {
        var period = Invitation(blog, host, first, last);
        period.Accept(host ?? People.Priya, Invited.AddDays(1), today: new DateOnly(2007, 3, 28));
        return period;
    }

    /// <summary>The same on any days, also those before the invitations of these tests.</summary>
    public static HostingPeriod Recalled(Blog blog, DateOnly first, DateOnly last) =>
        HostingPeriod.Recall(Guid.NewGuid(), blog, new HostingRecord(new Invitation(People.Priya, first, last, People.Tom), People.Olu, Invited) { AcceptedAt = Invited });

    public static StaffCard Card(StaffId id, string name = "Priya Patel", string title = "Director of Human Resources") =>
        new(id, name.ToLowerInvariant(), name, title, null, true, []);

    public static Manuscript Manuscript(string title = "Ask me about HR", string text = "Welcome.") =>
        new(title, "Ten days for your questions", PostKind.Entry, [Section.SignedBy(Card(People.Priya), text)]);

    public static Post Draft(Blog blog, string title = "Ask me about HR") => Post.Draft(blog, Manuscript(title), People.Priya, Invited);

    public static DateTimeOffset Utc(int year, int month, int day, int hour, int minute, int second = 0) => new(year, month, day, hour, minute, second, TimeSpan.Zero);
}
