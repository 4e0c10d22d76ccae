using EngagementHub.Conversation;
using EngagementHub.Core.Time;

namespace EngagementHub.Blogging.Blogs;

/// <summary>A leadership blog: its owner holds the pen whenever no guest does.</summary>
internal sealed class Blog : Entity
{
    public const string SubjectKind = "blogging.blog";

    private Blog(Guid id, string slug, string name, StaffId owner, string zone)
        : base(id) => (Slug, Name, Owner, Zone) = (slug, name, owner, zone);

    public string Slug { get; private set; }

    public string Name { get; private set; }

    public string Strapline { get; private set; } = "";

    public StaffId Owner { get; private set; }

    /// <summary>The IANA zone in which the blog's days begin and end.</summary>
    public string Zone { get; private set; }

    public CommentPolicy Comments { get; private set; } = CommentPolicy.Usual;

    /// <summary>Counts what must happen one after another: who gets the pen, what appears when, and which address is whose. Of two such acts at once only one is saved.</summary>
    public int Turns { get; private set; }

    public SubjectRef Subject => new(SubjectKind, Id);

    public string Url => $"/blogs/{Slug}";

    public static Blog Open(Guid id, string slug, string name, StaffId owner, string zone) =>
        new(id, Posts.Slug.From(slug), Named(name), owner, Known(zone));

    public void Describe(string name, string strapline, StaffId owner, CommentPolicy comments) =>
        (Name, Strapline, Owner, Comments) = (Named(name), strapline.Trim(), owner, comments);

    public void TakeTurn() => Turns++;

    private static string Named(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new BrokenRuleException("Enter the blog's name", nameof(Name)) : name.Trim();

    private static string Known(string zone)
    {
        try
        {
            LocalTime.Zone(zone);
            return zone;
        }
        catch (TimeZoneNotFoundException)
        {
            throw new BrokenRuleException($"There is no time zone '{zone}'. Write it as Europe/London", nameof(Zone));
        }
    }
}

/// <summary>On what terms comments are invited under the blog's posts, unless a post says otherwise.</summary>
internal sealed record CommentPolicy(bool PreModerated, Anonymity Anonymity, int? OpenForDays)
{
    public static CommentPolicy Usual { get; } = new(true, Anonymity.NotRecorded, null);
}
